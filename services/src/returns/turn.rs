//! Whose turn it is: what of returns takes a core and much memory for a while is done one after the other in each process.

use crate::error::{Error, Result};
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How much of it a process does at once. The others wait, and nobody is refused.
const AT_ONCE: usize = 1;

/// The turns of a process.
#[derive(Clone, Debug)]
pub struct Turns(Arc<Semaphore>);

/// A turn that came. Clones of it are the same turn: it is over when the last of them is dropped, so work on the side keeps one to its
/// end, even where nobody waits for it any more.
pub type Turn = Arc<OwnedSemaphorePermit>;

impl Default for Turns {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Turns {
    /// Waits for a turn. Nobody waits with a transaction open, and nobody who has a turn waits for another: else they would wait for
    /// each other. What was read before may be older than the turn.
    ///
    /// # Errors
    /// Fails where the process has no turns any more, which it never gives up.
    pub async fn take(&self) -> Result<Turn> {
        let turn = Arc::clone(&self.0).acquire_owned().await;
        turn.map(Arc::new).map_err(|e| Error::fault("waiting for a turn", e))
    }
}
