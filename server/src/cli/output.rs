//! The one place that writes to the terminal: results to standard output, everything else to standard error.

use std::io::{ErrorKind, Result, Write};

/// Says something to the person at the terminal.
pub fn tell(text: &str) {
    // Nothing can be done where the terminal has gone away.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Writes a line of the result.
pub fn print(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Where figures are written. A reader that has seen enough, such as `head`, ends the writing and not the command.
pub fn results() -> impl Write {
    UntilClosed(std::io::stdout().lock())
}

struct UntilClosed<W>(W);

impl<W: Write> Write for UntilClosed<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        match self.0.write(bytes) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(bytes.len()),
            written => written,
        }
    }

    fn flush(&mut self) -> Result<()> {
        match self.0.flush() {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            flushed => flushed,
        }
    }
}

/// Shows how far long work has come, over what the line showed before.
pub fn tell_progress(done: u64, total: u64) {
    let percent = (done * 100).checked_div(total).unwrap_or(0);
    let _ = write!(std::io::stderr(), "\r{percent:>3}% ");
}
