//! Staff from a file: people corrected in place, posts whose dated facts change from a day on.

mod line; // what one line says
mod numbers; // whom a number means
mod people; // who each line speaks of
mod places; // the teams and roles that posts are in
mod post; // what changes in one post
mod posts; // which post each line means
mod questions; // are two numbers one person?
mod recorded; // the posts on record
mod unnamed; // posts that a complete file does not name

use super::check::Check;
use super::columns::{Column, Layout};
use super::register::Register;
use super::within::Within;
use crate::error::Result;
use people::People;
use places::Places;
use posts::Posts;
use recorded::Recorded;

pub(super) const COLUMNS: &[Column] = line::COLUMNS;

pub(super) async fn check(check: &mut Check<'_>, within: &Within) -> Result<()> {
    let places = Places::load(check.db()).await?;
    let referred = places.referred(within);
    let lines = check.lines(Layout::Named(COLUMNS), move |row| line::read(row, &referred)).await?;
    let register = Register::load(check.db()).await?;
    let recorded = Recorded::load(check.db(), &places, &register).await?;
    let mut people = People::of(register, &lines, &mut check.report.faults);
    people.stay_within(within, &lines, &mut check.report.faults);
    questions::settle(check, &mut people, &lines, (within, &places.employers));
    people.settle(check, &lines);
    let mut posts = Posts::new(&people, &places, &recorded, &lines);
    posts.settle(check);
    if check.options.complete {
        unnamed::settle(&posts, check, within);
    }
    Ok(())
}
