//! People, posts and teams: who may see and change what, and what a change leaves alone.

mod changes; // a post is different from a day on
mod due; // of whom something is due, and nudging them
mod endings; // a post ends
mod finding; // people by name, and one person
pub mod place; // two practices with a manager each
mod second_posts; // one more post
mod starters; // somebody new
mod teams; // teams, their people, the matrix
