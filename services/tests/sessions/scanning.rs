//! The address that checks in, as a QR code: what the camera of a phone finds in the drawing.

use super::checking_in::later;
use super::place::{BASE_URL, UNDER_WAY, for_two_days, on, scheduled, with_educator};
use domain::sessions::check_in::views::CodePage;
use qrcodegen::{QrCode, QrCodeEcc};
use services::{Ctx, sessions};
use std::collections::BTreeSet;

/// The white edge on each side, in squares.
const EDGE: i32 = 4;

/// Two pages of one session, of a minute and of the next.
async fn two_minutes(cara: &Ctx) -> [CodePage; 2] {
    let id = scheduled(cara, &for_two_days("Safety plans")).await;
    let now = on(cara, UNDER_WAY);
    let first = sessions::check_in_code(&now, id, BASE_URL).await.unwrap();
    [first, sessions::check_in_code(&later(&now, 1), id, BASE_URL).await.unwrap()]
}

/// The black squares of a drawing, from its upper left corner.
fn squares(path: &str) -> BTreeSet<(i32, i32)> {
    let square = |square: &str| {
        let (x, y) = square.strip_suffix("h1v1h-1z").unwrap().split_once(' ').unwrap();
        (x.parse().unwrap(), y.parse().unwrap())
    };
    path.split('M').skip(1).map(square).collect()
}

/// All places of a square that begin at one number and end before another.
fn places(from: i32, to: i32) -> impl Iterator<Item = (i32, i32)> {
    (from..to).flat_map(move |x| (from..to).map(move |y| (x, y)))
}

#[tokio::test]
async fn a_camera_finds_the_three_corners_and_the_white_edge() {
    let (_ground, cara) = with_educator().await;
    let [page, _] = two_minutes(&cara).await;
    assert!(page.by_phone().starts_with("Scan the QR code"));
    let (qr, code) = (page.qr.unwrap(), page.code.unwrap());
    assert_eq!(page.link, format!("{BASE_URL}/sessions/{}/check-in?code={code}", page.id));
    // 22 letters of the installation, 10 + 36 + 9 of the path, 6 + 6 of the code: 89. With medium correction version 5 holds 84
    // and version 6, which is 17 + 6 * 4 squares wide, 106.
    assert_eq!((page.link.len(), qr.side), (89, 41 + 2 * EDGE));
    let black = squares(&qr.path);
    let inside = EDGE..qr.side - EDGE;
    assert!(black.iter().all(|(x, y)| inside.contains(x) && inside.contains(y)), "the edge");
    // Each corner is a black square of 3, a white ring, a black ring and a white one around its middle.
    let (near, far) = (EDGE + 3, qr.side - EDGE - 4);
    for (across, down) in [(near, near), (far, near), (near, far)] {
        for (x, y) in places(-4, 5) {
            let is_black = black.contains(&(across + x, down + y));
            let ring = x.abs().max(y.abs());
            assert_eq!(is_black, [0, 1, 3].contains(&ring), "{x} {y} of {across} {down}");
        }
    }
}

#[tokio::test]
async fn what_is_drawn_is_the_address_with_the_code_of_its_minute() {
    let (_ground, cara) = with_educator().await;
    let pages = two_minutes(&cara).await;
    let [first, next] = &pages;
    assert_ne!(first.link, next.link, "each minute has its code");
    for page in &pages {
        let wanted = QrCode::encode_text(&page.link, QrCodeEcc::Medium).unwrap();
        let qr = page.qr.as_ref().unwrap();
        let black = squares(&qr.path);
        for (x, y) in places(0, qr.side) {
            let is_black = black.contains(&(x, y));
            assert_eq!(is_black, wanted.get_module(x - EDGE, y - EDGE), "{x} {y}");
        }
    }
}

#[tokio::test]
async fn an_address_that_no_qr_code_holds_is_still_there_to_open() {
    let (_ground, cara) = with_educator().await;
    let id = scheduled(&cara, &for_two_days("Safety plans")).await;
    let long = format!("{BASE_URL}/{}", "a".repeat(2400));
    let page = sessions::check_in_code(&on(&cara, UNDER_WAY), id, &long).await.unwrap();
    assert_eq!(page.qr, None);
    assert_eq!(page.by_phone(), "Open this address, and choose Check in:", "nothing to scan");
    assert!(page.code.is_some_and(|code| page.link.ends_with(&code)));
}
