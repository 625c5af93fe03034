//! Long work that lets others have their turn between its steps: in the page the browser draws and answers meanwhile.

use std::future::{Future, ready};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// What long work asks between two steps.
pub trait Pause {
    /// Lets others have their turn, with how much is done, in per cent. False where the work is not wanted any more.
    fn pause(&mut self, percent: usize) -> Pin<Box<dyn Future<Output = bool> + '_>>;
}

/// No pause: where nobody waits for a turn.
#[derive(Clone, Copy, Debug)]
pub struct Straight;

impl Pause for Straight {
    fn pause(&mut self, _: usize) -> Pin<Box<dyn Future<Output = bool> + '_>> {
        Box::pin(ready(true))
    }
}

/// What work comes to that waits for nothing but a [`Straight`] pause.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}
