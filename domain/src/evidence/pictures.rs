//! Pictures without what the camera wrote beside them: the place, the time, the device, and whatever follows the picture.

use super::files::FileKind;

/// The picture alone. `None` where it is broken; other kinds of file stay as they are.
pub fn without_particulars(kind: FileKind, content: Vec<u8>) -> Option<Vec<u8>> {
    match kind {
        FileKind::Jpeg => jpeg(&content),
        FileKind::Png => png(&content),
        FileKind::Pdf | FileKind::Word => Some(content),
    }
}

/// JPEG is a row of segments, each `FF`, a marker and a length. Kept are those that make the picture; of the application's
/// own (`E0` to `EF`) only the frame, the colour profile and Adobe's colour transform.
fn jpeg(content: &[u8]) -> Option<Vec<u8>> {
    const START: [u8; 2] = [0xff, 0xd8];
    const END: u8 = 0xd9;
    const SCAN: u8 = 0xda;
    let mut kept = START.to_vec();
    let mut rest = content.strip_prefix(&START)?;
    loop {
        let (marker, after) = marker(rest)?;
        if marker == END {
            kept.extend([0xff, END]);
            return Some(kept);
        }
        let length = usize::from(u16::from_be_bytes(after.first_chunk::<2>().copied()?));
        let segment = after.get(..length).filter(|_| length >= 2)?;
        rest = after.get(length..)?;
        if is_picture(marker) {
            kept.extend([0xff, marker]);
            kept.extend(segment);
        }
        if marker == SCAN {
            let scan = end_of_scan(rest)?;
            kept.extend(rest.get(..scan)?);
            rest = rest.get(scan..)?;
        }
    }
}

/// The next marker, after any number of `FF`, and what follows it.
fn marker(rest: &[u8]) -> Option<(u8, &[u8])> {
    let fill = rest.iter().take_while(|byte| **byte == 0xff).count();
    let (marker, after) = rest.get(fill..)?.split_first()?;
    (fill > 0).then_some((*marker, after))
}

const fn is_picture(marker: u8) -> bool {
    const COMMENT: u8 = 0xfe;
    match marker {
        0xe0 | 0xe2 | 0xee => true,
        0xe1..=0xef | COMMENT => false,
        _ => true,
    }
}

/// Where the picture's own bytes end: at an `FF` that is neither a byte of the picture (`FF 00`) nor a restart.
fn end_of_scan(rest: &[u8]) -> Option<usize> {
    let pairs = rest.windows(2);
    pairs
        .into_iter()
        .position(|pair| matches!(pair, [0xff, next] if !matches!(next, 0 | 0xd0..=0xd7 | 0xff)))
}

/// PNG is a row of chunks: length, name, content, checksum. Kept are those that make the picture.
fn png(content: &[u8]) -> Option<Vec<u8>> {
    const START: &[u8] = b"\x89PNG\r\n\x1a\n";
    /// Length, name and checksum.
    const AROUND: usize = 12;
    const PARTICULARS: [&[u8]; 5] = [b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"];
    let mut kept = START.to_vec();
    let mut rest = content.strip_prefix(START)?;
    loop {
        let length = u32::from_be_bytes(rest.first_chunk::<4>().copied()?) as usize;
        let chunk = rest.get(..length.checked_add(AROUND)?)?;
        let name = chunk.get(4..8)?;
        if !PARTICULARS.contains(&name) {
            kept.extend(chunk);
        }
        if name == b"IEND" {
            return Some(kept);
        }
        rest = rest.get(chunk.len()..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = (content.len() as u16 + 2).to_be_bytes();
        [&[0xff, marker], &length[..], content].concat()
    }

    fn chunk(name: &[u8], content: &[u8]) -> Vec<u8> {
        let length = (content.len() as u32).to_be_bytes();
        [&length[..], name, content, &[0; 4]].concat()
    }

    #[test]
    fn a_photograph_no_longer_says_where_it_was_taken() {
        let scan = [segment(0xda, &[1, 0]), vec![7, 0xff, 0, 7, 0xff, 0xd3, 7]].concat();
        let picture = [segment(0xe0, b"JFIF\0"), segment(0xdb, &[1; 65]), scan];
        let plain = [vec![0xff, 0xd8], picture.concat(), vec![0xff, 0xd9]].concat();
        let taken = [
            vec![0xff, 0xd8],
            segment(0xe1, b"Exif\0\0 51.5 N"),
            segment(0xed, b"Photoshop"),
            segment(0xfe, b"a comment"),
            picture.concat(),
            vec![0xff, 0xd9],
            b"PK\x03\x04 behind the picture".to_vec(),
        ];
        assert_eq!(jpeg(&taken.concat()), Some(plain.clone()));
        assert_eq!(jpeg(&plain), Some(plain.clone()), "the second time nothing changes");
        assert_eq!(jpeg(&plain[..plain.len() - 2]), None, "broken off");
        assert_eq!(jpeg(b"\xff\xd8\xffMZ and no picture at all"), None);
    }

    #[test]
    fn a_screenshot_no_longer_says_who_made_it() {
        let start = b"\x89PNG\r\n\x1a\n".to_vec();
        let (head, body, end) =
            (chunk(b"IHDR", &[0; 13]), chunk(b"IDAT", b"picture"), chunk(b"IEND", b""));
        let made = [
            start.clone(),
            head.clone(),
            chunk(b"tEXt", b"Author\0Amina"),
            body.clone(),
            end.clone(),
            b"<script>".to_vec(),
        ];
        let plain = [start, head, body, end].concat();
        assert_eq!(png(&made.concat()), Some(plain.clone()));
        assert_eq!(png(&plain[..plain.len() - 1]), None);
    }

    proptest! {
        #[test]
        fn no_bytes_bring_it_to_a_fall(bytes: Vec<u8>) {
            let begun = |start: &[u8]| [start, &bytes].concat();
            jpeg(&begun(&[0xff, 0xd8]));
            png(&begun(b"\x89PNG\r\n\x1a\n"));
        }
    }
}
