//! The script that wakes islands: started by the pages that have one, and by no other.

use app::bundle_start;
use axum::body::{Body, to_bytes};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use leptos::config::LeptosOptions;
use leptos::prelude::RenderHtml;
use std::sync::{Arc, OnceLock};

/// The start of the bundle for one page, with that page's nonce.
#[derive(Clone, Debug, Default)]
pub struct Bundle(Arc<OnceLock<String>>);

impl Bundle {
    /// Makes the start, where the page's nonce is known; it also tells leptos to expect islands only.
    pub fn prepare(&self, options: &LeptosOptions) {
        let _ = self.0.set(bundle_start(options.clone()).to_html());
    }

    /// The page, with the start in its head if it has an island. Whether it has is known only once it was drawn.
    pub async fn start_in(&self, page: Response) -> Response {
        let (head, body) = page.into_parts();
        let drawn = to_bytes(body, usize::MAX).await.map(|bytes| String::from_utf8(bytes.into()));
        let Ok(Ok(html)) = drawn else {
            tracing::error!("a page could not be drawn to its end");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        Response::from_parts(head, Body::from(self.put_into(html)))
    }

    fn put_into(&self, mut html: String) -> String {
        if html.contains("<leptos-island") {
            let start = self.0.get().map_or("", String::as_str);
            return html.replacen("</head>", &format!("{start}</head>"), 1);
        }
        // What follows the document feeds the bundle.
        if let Some(end) = html.find("</html>") {
            html.truncate(end + "</html>".len());
        }
        html
    }
}

#[cfg(test)]
mod tests {
    use super::Bundle;
    use leptos::config::LeptosOptions;
    use leptos::nonce::{provide_nonce, use_nonce};
    use leptos::prelude::Owner;

    #[test]
    fn the_start_bears_the_pages_nonce() {
        let bundle = Bundle::default();
        let options = LeptosOptions::builder().output_name("app").site_pkg_dir("assets/1f").build();
        let nonce = Owner::new().with(|| {
            provide_nonce();
            bundle.prepare(&options);
            use_nonce().unwrap()
        });
        let start = bundle.0.get().unwrap();
        assert_eq!(start.matches("<script").count(), 1);
        assert!(
            start.contains(&format!("nonce=\"{nonce}\"")) && start.contains("/assets/1f/app.js")
        );
    }

    #[test]
    fn only_a_page_with_an_island_starts_the_bundle() {
        let bundle = Bundle::default();
        bundle.0.set("<script>start</script>".to_owned()).unwrap();
        let drawn = |body: &str| {
            bundle.put_into(format!("<html><head></head>{body}</html><script>for islands</script>"))
        };
        assert_eq!(drawn("<p></p>"), "<html><head></head><p></p></html>");
        assert_eq!(
            drawn("<leptos-island></leptos-island>"),
            "<html><head><script>start</script></head><leptos-island></leptos-island></html>\
             <script>for islands</script>"
        );
    }
}
