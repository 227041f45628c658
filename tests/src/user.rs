//! Somebody with a browser without scripts: visits pages, fills in forms, keeps cookies.

use crate::cookies::Cookies;
use crate::installation::Installation;
use crate::page::Page;
use axum::Router;
use axum::body::{Body, to_bytes};
use http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, SET_COOKIE};
use http::{Method, Request, StatusCode};
use tower::ServiceExt;

const ORIGIN_OF_TESTS: &str = "http://esteem.test";
const URL_ENCODED: &str = "application/x-www-form-urlencoded";
/// What stands between the parts of a form with a file.
pub const BOUNDARY: &str = "the-next-part";

/// A person and their browser.
#[derive(Clone)]
pub struct User {
    router: Router,
    cookies: Cookies,
    origin: String,
}

impl User {
    pub fn new(router: Router) -> Self {
        Self { router, cookies: Cookies::default(), origin: ORIGIN_OF_TESTS.to_owned() }
    }

    /// The same browser, as another process on the same database answers it.
    #[must_use]
    pub fn at(&self, process: &Installation) -> Self {
        Self { router: process.router.clone(), ..self.clone() }
    }

    pub async fn sign_in(&mut self, email: &str, password: &str) -> Page {
        let page = self.visit("/sign-in").await;
        self.submit(&page, "sign_in", &[("email", email), ("password", password)]).await
    }

    /// Opens a page, following redirects.
    pub async fn visit(&mut self, path: &str) -> Page {
        let mut path = path.to_owned();
        for _ in 0..5 {
            let page = self.send(Method::GET, &path, "", Body::empty()).await;
            match page.location.clone() {
                Some(next) => path = next,
                None => return page,
            }
        }
        panic!("redirected in a circle: {path}");
    }

    /// Sends the page's form that names this server function, with these answers over what stands in it, and follows
    /// the redirect.
    pub async fn submit(&mut self, page: &Page, function: &str, answers: &[(&str, &str)]) -> Page {
        let mut fields = page.form(function);
        for (name, _) in answers {
            fields.retain(|(known, _)| known != name);
        }
        fields
            .extend(answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let answer = self.post(&page.path, &fields).await;
        match answer.location.clone() {
            Some(next) => self.visit(&next).await,
            None => answer,
        }
    }

    /// Posts fields to a path and does not follow.
    pub async fn post(&mut self, path: &str, fields: &[(String, String)]) -> Page {
        let body = serde_urlencoded::to_string(fields).expect("fields as text");
        self.send(Method::POST, path, URL_ENCODED, Body::from(body)).await
    }

    /// Sends a form with a file, its name and its content, and follows the redirect.
    pub async fn upload(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        file: (&str, impl AsRef<[u8]>),
    ) -> Page {
        let part = |named: &str, value: &str| {
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {named}\r\n\r\n{value}\r\n")
        };
        let fields: String =
            fields.iter().map(|(name, value)| part(&format!("name=\"{name}\""), value)).collect();
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\r\n",
            file.0
        );
        let end = format!("\r\n--{BOUNDARY}--\r\n");
        let body = [fields.as_bytes(), head.as_bytes(), file.1.as_ref(), end.as_bytes()].concat();
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let answer = self.send(Method::POST, path, &kind, Body::from(body)).await;
        match answer.location.clone() {
            Some(next) => self.visit(&next).await,
            None => answer,
        }
    }

    /// Sends a form with a file, written by the test piece by piece, and does not follow.
    pub async fn stream(&mut self, path: &str, body: Body) -> Page {
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.send(Method::POST, path, &kind, body).await
    }

    /// Posts as a page of another site would make a browser do.
    pub async fn post_from(&mut self, origin: &str, path: &str) -> Page {
        self.origin = origin.to_owned();
        self.post(path, &[]).await
    }

    async fn send(&mut self, method: Method, path: &str, kind: &str, body: Body) -> Page {
        let mut request = Request::builder()
            .method(&method)
            .uri(path)
            .header(HOST, "esteem.test")
            .header(COOKIE, self.cookies.sent());
        if method == Method::POST {
            request = request.header(CONTENT_TYPE, kind).header(ORIGIN, &self.origin);
        }
        let request = request.body(body).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        self.keep_cookies(&response);
        let status = response.status();
        let headers = response.headers().clone();
        let location = headers.get(LOCATION).and_then(|l| l.to_str().ok()).map(str::to_owned);
        let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a whole body");
        let html = String::from_utf8_lossy(&bytes).into_owned();
        Page { path: path.to_owned(), status, headers, location, html }
    }

    fn keep_cookies<B>(&mut self, response: &http::Response<B>) {
        for cookie in response.headers().get_all(SET_COOKIE) {
            self.cookies.keep(cookie.to_str().expect("a cookie in text"));
        }
    }

    /// Whether the browser holds a sign-in.
    pub fn is_signed_in(&self) -> bool {
        self.cookies.hold_a_sign_in()
    }
}

/// For tests that only look at how something was answered.
pub fn is_refused(status: StatusCode) -> bool {
    matches!(status, StatusCode::NOT_FOUND | StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN)
}
