//! What browsers load beside pages: embedded in the binary, compressed when it was built, kept by browsers for ever.

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use http::{HeaderMap, StatusCode};

/// One file of the site.
struct Asset {
    name: &'static str,
    content_type: &'static str,
    plain: &'static [u8],
    br: Option<&'static [u8]>,
    gz: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// An address names the content by its hash: under another hash there was other content, which is gone.
pub async fn serve(Path((hash, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let found = ASSETS.iter().find(|asset| hash == HASH && asset.name == name);
    found.map_or_else(|| StatusCode::NOT_FOUND.into_response(), |asset| asset.answer(&headers))
}

impl Asset {
    fn answer(&self, headers: &HeaderMap) -> Response {
        let accepted =
            headers.get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let (encoding, bytes) = self.encoded(accepted);
        let mut response = Response::builder()
            .header(CONTENT_TYPE, self.content_type)
            .header(CACHE_CONTROL, "public, max-age=31536000, immutable")
            .header(VARY, ACCEPT_ENCODING.as_str());
        if let Some(encoding) = encoding {
            response = response.header(CONTENT_ENCODING, encoding);
        }
        response
            .body(Body::from(bytes))
            .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
    }

    /// The smallest form that the browser takes.
    fn encoded(&self, accepted: &str) -> (Option<&'static str>, &'static [u8]) {
        let forms = [("br", self.br), ("gzip", self.gz)];
        forms
            .into_iter()
            .filter(|(encoding, _)| accepts(accepted, encoding))
            .find_map(|(encoding, bytes)| Some((Some(encoding), bytes?)))
            .unwrap_or((None, self.plain))
    }
}

/// Whether an `Accept-Encoding` takes this encoding; `q=0` means that it does not.
fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let refused = parts.any(|p| {
            p.strip_prefix("q=").and_then(|q| q.parse().ok()).is_some_and(|q: f32| q <= 0.0)
        });
        named && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_accepted_form_is_sent() {
        let asset = Asset {
            name: "a",
            content_type: "text/css",
            plain: b"plain",
            br: Some(b"br"),
            gz: Some(b"gz"),
        };
        assert_eq!(asset.encoded("gzip, deflate, br"), (Some("br"), &b"br"[..]));
        assert_eq!(asset.encoded("gzip, br;q=0"), (Some("gzip"), &b"gz"[..]));
        assert_eq!(asset.encoded(""), (None, &b"plain"[..]));
    }
}
