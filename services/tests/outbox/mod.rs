//! Mail: made once, handed over once, by whichever process; and what its readers and keepers see of it.

mod digests; // who hears what, once a week
mod handing_over; // of many workers one, and none after an hour asleep
mod keeping; // what administrators see and do
mod nudges; // whom a manager asked to look
mod place; // people with something to hear
mod preferences; // and with something against it
