//! Putting things into order, by one sort for all of them: each of the standard library's own is several kilobytes of the
//! page.

use std::cmp::Ordering;

/// What can be put into order. What is equal stays as it was.
pub trait Order<T> {
    /// By what it is.
    fn order(&mut self)
    where
        T: Ord;

    /// By a key.
    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// By comparing.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);
}

impl<T> Order<T> for [T] {
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }

    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let places = places(keys.len(), &mut |one, other| keys[one].cmp(&keys[other]));
        put(places, &mut |one, other| self.swap(one, other));
    }

    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let places = places(self.len(), &mut |one, other| compare(&self[one], &self[other]));
        put(places, &mut |one, other| self.swap(one, other));
    }
}

/// Where each of `count` things goes; empty where all are in order already, as most answers are.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    if (1..count).all(|next| compare(next - 1, next).is_le()) {
        return Vec::new();
    }
    let mut sorted: Vec<usize> = (0..count).collect();
    sorted.sort_by(|one, other| compare(*one, *other));
    let mut places = vec![0; count];
    for (place, thing) in sorted.into_iter().enumerate() {
        places[thing] = place;
    }
    places
}

/// Puts each thing into its place.
fn put(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for at in 0..places.len() {
        while places[at] != at {
            let place = places[at];
            swap(at, place);
            places.swap(at, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_the_standard_library(things in prop::collection::vec((0u8..8, any::<u16>()), 0..60)) {
            let (mut own, mut standard) = (things.clone(), things.clone());
            own.order_by_key(|(key, _)| *key);
            standard.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(own, standard);
            let (mut own, mut standard) = (things.clone(), things);
            own.order();
            standard.sort();
            prop_assert_eq!(own, standard);
        }
    }
}
