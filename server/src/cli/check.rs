//! `esteem check`: what is wrong with what is stored goes to standard error, what is only to be looked at to standard output.

use super::{Failure, output};
use services::Ctx;
use services::check::{self, Remark};

pub async fn run(ctx: &Ctx) -> Result<(), Failure> {
    let (mut wrong, mut questions) = (0_u64, 0_u64);
    let mut tell = |remark: Remark| match remark {
        Remark::Wrong(sentence) => {
            wrong += 1;
            output::tell(&sentence);
        }
        Remark::Question(sentence) => {
            questions += 1;
            output::print(&sentence);
        }
    };
    check::check(ctx, &mut tell).await?;
    if wrong > 0 {
        return Err(Failure(format!("{wrong} found wrong; {questions} to look at.")));
    }
    output::print(&format!("Nothing is wrong; {questions} to look at."));
    Ok(())
}
