//! My evidence: what I did, in words, with a link or a file; and a piece of it as every page shows it.

mod add; // the form of a new piece
mod api; // server functions
mod change; // the form of one that is not attached yet
mod fields; // what both forms ask
mod list; // all of mine
mod piece; // one piece, in the same words everywhere

pub use add::AddEvidencePage;
pub use change::ChangeEvidencePage;
pub use list::MyEvidencePage;
pub use piece::{Piece, Pieces, in_a_line};
