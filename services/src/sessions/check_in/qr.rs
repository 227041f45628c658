//! An address as a QR code, for the camera of a phone.

use domain::sessions::check_in::views::QrCode;
use qrcodegen::QrCodeEcc;

/// The white edge that ISO/IEC 18004 asks for, in squares: without it a camera may not find the code.
const EDGE: i32 = 4;

/// Draws an address; with medium correction it is read although a seventh of it is in shadow. None for an address of thousands
/// of letters, which no QR code holds.
pub(super) fn qr_code(address: &str) -> Option<QrCode> {
    let code = qrcodegen::QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let path = (0..code.size())
        .flat_map(|y| (0..code.size()).map(move |x| (x, y)))
        .filter(|(x, y)| code.get_module(*x, *y))
        .map(|(x, y)| format!("M{} {}h1v1h-1z", x + EDGE, y + EDGE))
        .collect();
    Some(QrCode { side: code.size() + 2 * EDGE, path })
}
