//! Training packages: drafted, read, counted, shipped.

mod counting; // how far the audience has come, and who is told
mod drafting; // who may, and what it does
mod place; // two practices in two networks
mod reading; // everybody's page, and one's own progress
mod shipping; // what comes with the set
