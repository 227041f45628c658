//! Passports: what stands in one, who makes it, by which key, and what is said of it afterwards.

mod holding; // what stands in one
mod keys; // made, rotated, lost, compromised
mod place; // a nurse with a level, and what is asked of her passport
mod standing; // whether it is vouched for
