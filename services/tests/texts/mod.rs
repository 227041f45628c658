//! What people write: guarded when it is kept, looked through when it is checked, blanked by two people.

mod checking; // what a check tells
mod guarding; // what is stopped, asked about and let through
mod redacting; // two people blank a text
mod redacting_evidence; // and what people show, or say about drafts
