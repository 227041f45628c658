//! The papers of a return, a workbook and a report, for the use cases that put its files together.

use domain::returns::Contents;
use services::returns::Papers;

/// How every process of this binary draws them: without a clock, so that the same return is the same files.
pub const fn papers() -> Papers {
    Papers { workbook, report }
}

fn workbook(contents: &Contents) -> Result<Vec<u8>, String> {
    documents::return_workbook(contents).map_err(|error| error.to_string())
}

fn report(contents: &Contents) -> Result<Vec<u8>, String> {
    documents::pdf(&documents::return_report(contents)).map_err(|error| error.to_string())
}
