//! `esteem serve`: migrate, load the demonstration place where asked, then answer browsers.

use super::{Failure, operator, output};
use crate::settings::Settings;
use crate::{App, serve};
use clap::Args;
use services::{Services, demo};
use std::net::SocketAddr;

#[derive(Args, Debug)]
pub struct Arguments {
    /// Where to listen
    #[arg(long, env = "ESTEEM_LISTEN", default_value = "127.0.0.1:3000")]
    listen: SocketAddr,
    /// Load the demonstration place where no person exists, and print its sign-ins
    #[arg(long)]
    demo: bool,
    /// Serve a demonstration database where others can reach it
    #[arg(long)]
    public_demo: bool,
}

pub async fn run(
    services: Services,
    settings: Settings,
    arguments: Arguments,
) -> Result<(), Failure> {
    let operator = operator(&services);
    if arguments.demo && operator.facts().await?.people.is_empty() {
        super::demo::load_apart(&settings)?;
    }
    demo::refuse_half_loaded(&operator).await?;
    let sign_ins = demo::sign_ins(&operator).await?;
    if !sign_ins.is_empty() {
        let nearby = arguments.listen.ip().is_loopback() && !settings.is_https();
        if !nearby && !arguments.public_demo {
            return Err(Failure(
                "This is a demonstration database: its accounts share one password. Serve it on 127.0.0.1, or add \
                 --public-demo if everyone who can reach this address may sign in."
                    .to_owned(),
            ));
        }
        let password = demo::renew_password(&operator).await?;
        super::demo::print_sign_ins(&sign_ins, &password);
    }
    output::tell(&format!("\nEsteem is at {}", settings.base_url));
    serve(App::new(services, settings), arguments.listen).await.map_err(|error| {
        Failure(format!(
            "Cannot listen on {}: {error}. End what is using that address, or choose another with --listen.",
            arguments.listen
        ))
    })
}
