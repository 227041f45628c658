//! Coverage from worked figures.
