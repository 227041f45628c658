//! Records from earlier employers: the issuers who are trusted.

mod issuers; // who is trusted
