//! The one place that writes to the terminal: results to standard output, everything else to standard error.

use std::io::Write;

/// Says something to the person at the terminal.
pub fn tell(text: &str) {
    // Nothing can be done where the terminal has gone away.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Writes a line of the result.
pub fn print(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}
