//! Facts that a clause settles on, once all of them are told.

/// Facts that may or may not be told: an option, or several.
pub trait Known {
    /// The facts themselves.
    type Told;
    /// The facts, if all are told.
    fn told(self) -> Option<Self::Told>;
}

impl Known for () {
    type Told = ();
    fn told(self) -> Option<()> {
        Some(())
    }
}

impl<A> Known for Option<A> {
    type Told = A;
    fn told(self) -> Self {
        self
    }
}

impl<A, B> Known for (Option<A>, Option<B>) {
    type Told = (A, B);
    fn told(self) -> Option<(A, B)> {
        Some((self.0?, self.1?))
    }
}

impl<A, B, C> Known for (Option<A>, Option<B>, Option<C>) {
    type Told = (A, B, C);
    fn told(self) -> Option<(A, B, C)> {
        Some((self.0?, self.1?, self.2?))
    }
}
