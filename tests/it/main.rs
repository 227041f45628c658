//! Whole-system tests: the house's rules, and journeys through the router with scripts off.

mod architecture; // which room may use which
mod demonstration; // the fictional place, and who signs in to it
mod signing_in; // in, out, and what a stranger sees
mod worked_figures; // coverage against figures from the rules alone
