//! `esteem load`: what confirming asks in the year from a day, and who is missing.

use super::{Failure, output};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use domain::dates::{parse_written, spoken};
use domain::figures::grouped;
use domain::judgements::load::Plan;
use domain::judgements::load::forms::{AT_REGISTER, MOST_ACTS};
use domain::judgements::load::views::{Missing, Part, YearLoad};
use services::Ctx;
use services::judgements::{load_csv, year_load};

#[derive(Args, Debug)]
pub struct Arguments {
    /// The first day of the year
    #[arg(long, value_parser = parse_written)]
    as_at: NaiveDate,
    /// Only teams in or below this area, organisation, team or named group
    #[arg(long = "in", default_value = "")]
    within: String,
    /// The acts a year that no assessor shall exceed
    #[arg(long, default_value_t = MOST_ACTS, value_parser = clap::value_parser!(u32).range(1..))]
    most: u32,
    /// How many people are confirmed at one session's register
    #[arg(long, default_value_t = AT_REGISTER, value_parser = clap::value_parser!(u32).range(1..))]
    at_register: u32,
    #[arg(long, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Csv,
}

pub async fn run(ctx: &Ctx, arguments: &Arguments) -> Result<(), Failure> {
    let Arguments { as_at: day, most, at_register, .. } = *arguments;
    let year = year_load(ctx, Plan { day, most, at_register }, &arguments.within).await?;
    match arguments.format {
        Format::Csv => load_csv(&year, output::results())?,
        Format::Text => print(&year),
    }
    Ok(())
}

fn print(year: &YearLoad) {
    let line = |what: &str, part: Part| {
        let Part { confirmations, acts } = part;
        let [confirmations, acts, saved] = [confirmations, acts, part.saved()].map(grouped);
        output::print(&format!("{what:<34}{confirmations:>14}{acts:>9}{saved:>9}"));
    };
    output::print(&format!("{} to {}", spoken(year.day), spoken(year.until)));
    output::print(&format!("{:<34}{:>14}{:>9}{:>9}", "", "confirmations", "acts", "saved"));
    line("One level of one person", year.one_by_one);
    line("Reaffirmation", year.reaffirmed);
    line("Recognition by a lead", year.recognised);
    line("At a session's register", year.registered);
    line("All", year.all);
    let each = format!("Assessors, {} acts each at most", grouped(year.most));
    output::print(&format!("\n{each:<34}{:>14}{:>9}", "confirmations", "acts"));
    for one in &year.assessors {
        let [confirmations, acts] = [one.part.confirmations, one.part.acts].map(grouped);
        output::print(&format!("{:<34}{confirmations:>14}{acts:>9}", one.name));
    }
    line("Nobody has room for", year.left);
    year.missing.iter().for_each(print_missing);
}

fn print_missing(missing: &Missing) {
    let Missing { place, acts, assessors, competencies } = missing;
    let [assessors, acts] = [*assessors, *acts].map(grouped);
    output::print(&format!("\nMissing in {place}: {assessors} for {acts} acts, to confirm"));
    for of in competencies {
        let [acts, assessors] = [of.acts, of.assessors].map(grouped);
        output::print(&format!(
            "  {:<8}{:<50}{acts:>5} acts, {assessors} of them",
            of.code, of.title
        ));
    }
}
