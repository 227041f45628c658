//! Records from earlier employers: who may accept one, when, and what becomes of it; and the issuers who are trusted.

mod accepting; // one act for a whole record
mod issuers; // who is trusted
