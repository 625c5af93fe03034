//! Facts that a clause settles on, once each of them is known.

/// Facts that may or may not be known: an option, or several.
pub trait Known {
    /// The facts themselves.
    type Known;
    /// The facts, if all are known.
    fn all_known(self) -> Option<Self::Known>;
}

impl Known for () {
    type Known = ();
    fn all_known(self) -> Option<()> {
        Some(())
    }
}

impl<A> Known for Option<A> {
    type Known = A;
    fn all_known(self) -> Self {
        self
    }
}

impl<A, B> Known for (Option<A>, Option<B>) {
    type Known = (A, B);
    fn all_known(self) -> Option<(A, B)> {
        Some((self.0?, self.1?))
    }
}

impl<A, B, C> Known for (Option<A>, Option<B>, Option<C>) {
    type Known = (A, B, C);
    fn all_known(self) -> Option<(A, B, C)> {
        Some((self.0?, self.1?, self.2?))
    }
}
