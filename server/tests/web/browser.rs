//! A browser without scripts: it keeps cookies and sends forms to the page they stand on.

use crate::cookies::Cookies;
use axum::Router;
use axum::body::{Body, to_bytes};
use domain::policy::Actor;
use http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use http::{HeaderMap, Method, Request, StatusCode};
use server::{App, Settings, router};
use services::clock::Clock;
use services::db::Db;
use services::{Services, accounts};
use tower::ServiceExt;
use uuid::Uuid;

pub const EMAIL: &str = "amina.khan@staff.example";
pub const PASSWORD: &str = "copper lantern fjord";

pub struct Browser {
    router: Router,
    cookies: Cookies,
    database: std::path::PathBuf,
}

pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub html: String,
}

impl Drop for Browser {
    fn drop(&mut self) {
        for ending in ["", "-shm", "-wal"] {
            let _ = std::fs::remove_file(format!("{}{ending}", self.database.display()));
        }
    }
}

impl Browser {
    /// A browser before an installation where one account exists.
    pub async fn new(base_url: &str) -> Self {
        let database = std::env::temp_dir().join(format!("esteem-{}.db", Uuid::now_v7().simple()));
        let database_url = format!("sqlite://{}", database.display());
        let db = Db::connect(&database_url).await.unwrap();
        db.migrate().await.unwrap();
        let services = Services::new(db, Clock::new(None));
        let ctx = services.as_actor(Actor::Operator);
        let account = accounts::add(&ctx, EMAIL, None).await.unwrap();
        let password = accounts::Password::parse(PASSWORD, PASSWORD, EMAIL).unwrap();
        accounts::set_password(&ctx, account, password).await.unwrap();
        let settings = Settings {
            database_url,
            base_url: base_url.to_owned(),
            smtp_url: None,
            mail_from: None,
            signing_key: None,
            issuer_name: None,
            today: None,
        };
        Self { router: router(App::new(services, settings)), cookies: Cookies::default(), database }
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path), "").await
    }

    /// Sends a form from the page at `path`.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header("sec-fetch-site", "same-origin")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, &body).await
    }

    pub async fn send(&mut self, request: http::request::Builder, body: &str) -> Page {
        let request =
            request.header(COOKIE, self.cookies.sent()).body(Body::from(body.to_owned())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        for cookie in head.headers.get_all(SET_COOKIE) {
            self.cookies.keep(cookie.to_str().unwrap());
        }
        let html =
            String::from_utf8(to_bytes(body, 1 << 22).await.unwrap().to_vec()).unwrap_or_default();
        Page { status: head.status, headers: head.headers, html }
    }
}

impl Page {
    pub fn location(&self) -> &str {
        self.headers.get(LOCATION).map_or("", |l| l.to_str().unwrap())
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }

    /// The text of the title.
    pub fn title(&self) -> &str {
        let rest = self.html.split_once("<title>").map_or("", |(_, rest)| rest);
        rest.split_once("</title>").map_or("", |(title, _)| title)
    }
}
