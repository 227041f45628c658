//! Published frameworks for other programs, in CASE 1.0, and the ways to them from the page.

use crate::practice::{practice, sign_in};
use axum::body::{Body, to_bytes};
use domain::imports::Kind;
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LINK,
};
use http::{HeaderMap, HeaderName, Method, Request, StatusCode};
use serde_json::Value;
use tests::Installation;
use tower::ServiceExt;

const CASE: &str = "/ims/case/v1p0";

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    fn says(&self, header: HeaderName) -> &str {
        self.headers.get(header).map_or("", |value| value.to_str().expect("text"))
    }
}

/// A program that asks, without cookies.
async fn ask(
    esteem: &Installation,
    method: Method,
    path: &str,
    header: Option<(HeaderName, &str)>,
) -> Answer {
    let mut request = Request::builder().method(method).uri(format!("{CASE}{path}"));
    if let Some((name, value)) = header {
        request = request.header(name, value);
    }
    let response =
        esteem.router.clone().oneshot(request.body(Body::empty()).expect("a request")).await;
    let (head, body) = response.expect("an answer").into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("a whole body").to_vec();
    Answer { status: head.status, headers: head.headers, body }
}

async fn get(esteem: &Installation, path: &str) -> Answer {
    ask(esteem, Method::GET, path, None).await
}

/// The identifier of the only framework.
async fn framework(esteem: &Installation) -> String {
    let documents = get(esteem, "/CFDocuments").await.json();
    documents["CFDocuments"][0]["identifier"].as_str().expect("an identifier").to_owned()
}

#[tokio::test]
async fn what_was_published_is_for_everybody() {
    let esteem = practice().await;
    let listed = get(&esteem, "/CFDocuments").await;
    assert_eq!((listed.status, listed.says(CONTENT_TYPE)), (StatusCode::OK, "application/json"));
    assert_eq!(listed.says(HeaderName::from_static("x-total-count")), "1");
    assert!(listed.says(LINK).contains("rel=\"first\""), "{}", listed.says(LINK));
    let document = listed.json()["CFDocuments"][0].clone();
    let id = document["identifier"].as_str().expect("an identifier").to_owned();
    assert_eq!(get(&esteem, &format!("/CFDocuments/{id}")).await.json(), document);
    assert_eq!(
        document["CFPackageURI"]["uri"],
        format!("http://esteem.test{CASE}/CFPackages/{id}")
    );

    let package = get(&esteem, &format!("/CFPackages/{id}")).await.json();
    let codes: Vec<_> = package["CFItems"]
        .as_array()
        .expect("items")
        .iter()
        .map(|i| &i["humanCodingScheme"])
        .collect();
    assert_eq!(codes, ["RSK", "RSK-1", "RSK-2", "EMG", "EMG-1"]);
    let item = &package["CFItems"][1];
    let path = format!("/{}", item["identifier"].as_str().expect("an identifier"));
    let alone = get(&esteem, &format!("/CFItems{path}")).await.json();
    assert_eq!((&alone["fullStatement"], &alone["uri"]), (&item["fullStatement"], &item["uri"]));
    assert_eq!(alone["CFDocumentURI"]["identifier"], id.as_str());

    let domain = package["CFItems"][0]["identifier"].as_str().expect("an identifier");
    let joined = get(&esteem, &format!("/CFItemAssociations/{domain}")).await.json();
    assert_eq!(joined["CFItem"]["humanCodingScheme"], "RSK");
    let ends: Vec<_> = joined["CFAssociations"]
        .as_array()
        .expect("associations")
        .iter()
        .map(|a| (&a["originNodeURI"]["title"], &a["sequenceNumber"]))
        .collect();
    assert_eq!(ends.len(), 3, "up to the framework, and from its two competencies: {ends:?}");
}

#[tokio::test]
async fn what_is_not_there_is_told_in_the_words_of_case() {
    let esteem = practice().await;
    let unknown = uuid::Uuid::now_v7();
    let kinds = ["CFDocuments", "CFPackages", "CFItems", "CFItemAssociations"];
    let paths =
        kinds.iter().flat_map(|kind| [format!("/{kind}/{unknown}"), format!("/{kind}/seven")]);
    for path in paths.chain(["/CFNothing".to_owned()]) {
        let answer = get(&esteem, &path).await;
        assert_eq!(
            (answer.status, answer.says(CONTENT_TYPE)),
            (StatusCode::NOT_FOUND, "application/json"),
            "{path}"
        );
        let told = answer.json();
        assert_eq!(told["imsx_codeMajor"], "failure", "{path}");
        let minor = &told["imsx_codeMinor"]["imsx_codeMinorField"][0];
        assert_eq!(minor["imsx_codeMinorFieldValue"], "unknownobject", "{path}");
    }
    assert_eq!(
        ask(&esteem, Method::POST, "/CFDocuments", None).await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
}

#[tokio::test]
async fn a_list_is_read_in_pages() {
    let esteem = practice().await;
    let past = get(&esteem, "/CFDocuments?limit=5&offset=3").await;
    assert_eq!(past.json()["CFDocuments"].as_array().expect("a list").len(), 0);
    assert_eq!(past.says(HeaderName::from_static("x-total-count")), "1");
    assert!(past.says(LINK).contains("?limit=5&offset=0>; rel=\"prev\""), "{}", past.says(LINK));
    for odd in [
        "?limit=0",
        "?limit=x&offset=-1",
        "?limit=99999999999999999999",
        "?offset=18446744073709551615",
    ] {
        assert_eq!(
            get(&esteem, &format!("/CFDocuments{odd}")).await.status,
            StatusCode::OK,
            "{odd}"
        );
    }
}

#[tokio::test]
async fn a_package_is_sent_again_only_when_it_has_changed() {
    let esteem = practice().await;
    let path = format!("/CFPackages/{}", framework(&esteem).await);
    let first = get(&esteem, &path).await;
    assert_eq!(first.says(CACHE_CONTROL), "public, no-cache");
    let tag = first.says(ETAG).to_owned();
    let again =
        ask(&esteem, Method::GET, &path, Some((IF_NONE_MATCH, &format!("\"other\", {tag}")))).await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let other = ask(&esteem, Method::GET, &path, Some((IF_NONE_MATCH, "W/\"other\""))).await;
    assert_eq!((other.status, other.body), (StatusCode::OK, first.body));
    let head = ask(&esteem, Method::HEAD, &path, None).await;
    assert_eq!((head.status, head.says(ETAG), head.body.len()), (StatusCode::OK, tag.as_str(), 0));
    let small = ask(&esteem, Method::GET, &path, Some((ACCEPT_ENCODING, "gzip"))).await;
    assert_eq!(small.says(CONTENT_ENCODING), "gzip");
    assert!(small.says(HeaderName::from_static("set-cookie")).is_empty());
}

#[tokio::test]
async fn a_framework_is_taken_along_by_those_who_may_read_it() {
    let esteem = practice().await;
    let mut amina = sign_in(&esteem, "amina").await;
    let page = amina.visit("/framework").await;
    let package = page.links("CASE 1.0 JSON").remove(0);
    assert_eq!(package, format!("{CASE}/CFPackages/{}", framework(&esteem).await));
    let csv = page.links("Download as CSV").remove(0);
    let file = amina.visit(&csv).await;
    assert!(
        file.html.starts_with("code,domain_code,title,statement,refresh_months,"),
        "{}",
        file.html
    );
    assert!(file.html.contains("\nRSK-2,RSK,Plan for safety,"), "{}", file.html);
    assert_eq!(file.headers["content-disposition"], "attachment; filename=\"framework.csv\"");

    let stranger = esteem.stranger().visit(&csv).await;
    assert!(stranger.path.starts_with("/sign-in"), "{}", stranger.path);
    let unknown = amina.visit(&format!("/framework/csv/{}", uuid::Uuid::now_v7())).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert_eq!(amina.visit("/framework/csv/seven").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_package_comes_in_from_the_import_page() {
    let source = practice().await;
    let package = get(&source, &format!("/CFPackages/{}", framework(&source).await)).await;
    let text = String::from_utf8(package.body).expect("text");
    let empty = crate::small::small_place(crate::practice::TODAY).await;
    let mut yusra = sign_in(&empty, "yusra").await;
    let fields = [("kind", "framework"), ("as_at", crate::practice::TODAY)];
    let mut page = yusra
        .upload(
            "/import/upload",
            &fields,
            ("framework.json", &text.replace("isChildOf", "isPeerOf")),
        )
        .await;
    while page.says("See how far it has come") {
        let path = page.path.clone();
        page = yusra.visit(&path).await;
    }
    assert!(page.says("Left out") && page.says("Associations isPeerOf: 5"), "{}", page.words());
    crate::small::bring(&empty, Kind::Framework, &text).await;
    let again = get(&empty, &format!("/CFPackages/{}", framework(&empty).await)).await;
    assert_eq!(String::from_utf8(again.body).expect("text"), text);
}
