//! The training package that ships: named by the report; its steps are this product's own elaboration.

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::programmes::ship;
use domain::frameworks::Level;
use domain::programmes::StepFormat;
use domain::programmes::forms::{DescribeProgramme, DescribeStep};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Package {
    code: String,
    title: String,
    purpose: String,
    /// Codes with a bar between them.
    roles: String,
}

#[derive(Deserialize)]
struct PackageStep {
    programme_code: String,
    title: String,
    what_happens: String,
    format: StepFormat,
    minutes: u32,
    /// Written as `RSK-1:3;RSK-2:3`.
    outcomes: String,
}

/// Adds the programmes that are not there; they begin today.
pub(super) async fn load(ctx: &Ctx, programmes: &str, steps: &str) -> Result<()> {
    let steps: Vec<PackageStep> = rows(steps)?;
    for package in rows::<Package>(programmes)? {
        let own = steps.iter().filter(|step| step.programme_code == package.code);
        let own: Result<Vec<_>> = own.map(|step| Ok((described(step), outcomes(step)?))).collect();
        let says = DescribeProgramme {
            code: package.code,
            title: package.title,
            purpose: package.purpose,
            area: None,
            roles: package.roles.split('|').map(str::to_owned).collect(),
            settings: Vec::new(),
            from: ctx.today,
            to: None,
        };
        ship(ctx, &says, &own?).await?;
    }
    Ok(())
}

fn described(step: &PackageStep) -> DescribeStep {
    DescribeStep {
        title: step.title.clone(),
        what_happens: step.what_happens.clone(),
        format: step.format,
        minutes: step.minutes,
    }
}

fn outcomes(step: &PackageStep) -> Result<BTreeMap<String, Level>> {
    let outcome = |text: &str| {
        let (code, level) = text.split_once(':')?;
        Some((code.to_owned(), level.parse().ok()?))
    };
    let all: Option<BTreeMap<String, Level>> = step.outcomes.split(';').map(outcome).collect();
    all.ok_or_else(|| Error::fault("the programmes that ship", &step.outcomes))
}

fn rows<T: DeserializeOwned>(text: &str) -> Result<Vec<T>> {
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize().collect();
    let rows: std::result::Result<Vec<T>, csv::Error> = rows;
    rows.map_err(|e| Error::fault("the programmes that ship", e))
}
