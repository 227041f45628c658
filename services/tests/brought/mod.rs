//! Records from earlier employers: who may accept or decline one, when, and what becomes of it; how its owner removes it; and
//! the issuers who are trusted.

mod accepting; // one act for a whole record
mod declining; // and then it waits no longer
mod issuers; // who is trusted
mod records; // that somebody brought
mod removing; // by its owner
