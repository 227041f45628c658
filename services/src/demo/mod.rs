//! The demonstration: a fictional Tower Hamlets, made from a number of people, a seed and a day.

mod cast; // who is always there
mod files; // contract files as text
mod history; // two years of judgements
mod names; // invented people
mod people; // posts, starters and leavers, line managers
mod places; // areas, organisations and teams
mod practices; // invented names of practices and care homes
mod random; // seeded chance
mod set; // what the set that ships asks
mod staffing; // who works in which kind of team
mod writing; // places and people as contract files
