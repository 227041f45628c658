//! How far reading and merging have come, for a terminal or a page to show.

use std::io::{Read, Result};
use tokio::sync::watch;

/// Bytes read so far, of all there are to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub done: u64,
    pub total: u64,
}

/// Where progress is told; whoever cares subscribes.
pub type Watch = watch::Sender<Progress>;

/// A reader that tells how far it has come, and knows the digest of everything it has read.
pub(super) struct Metered<R> {
    inner: R,
    digest: sha2::Sha256,
    progress: Progress,
    watch: Watch,
}

impl<R: Read> Metered<R> {
    pub fn new(inner: R, total: u64, watch: &Watch) -> Self {
        let progress = Progress { done: 0, total };
        watch.send_replace(progress);
        Self { inner, digest: sha2::Digest::new(), progress, watch: watch.clone() }
    }

    /// The digest of what was read, in hexadecimal digits.
    pub fn digest(self) -> String {
        use std::fmt::Write;
        let bytes = sha2::Digest::finalize(self.digest);
        bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = self.inner.read(buffer)?;
        sha2::Digest::update(&mut self.digest, buffer.get(..read).unwrap_or_default());
        self.progress.done += read as u64;
        self.watch.send_replace(self.progress);
        Ok(read)
    }
}
