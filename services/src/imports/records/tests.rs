//! Records end where RFC 4180 says, and every fault has the line on which a person would look.

use super::*;

/// Every record as its line and cells; a small buffer, so that everything is met across its edge too.
fn split(text: &str, buffer: usize) -> Result<Vec<(u64, Vec<String>)>, Broken> {
    let mut records = Records::new(std::io::BufReader::with_capacity(buffer, text.as_bytes()));
    let (mut record, mut all) = (Record::default(), Vec::new());
    while records.read(&mut record)? {
        let cells = (0..record.len()).map(|at| record.cell(at).unwrap().to_owned());
        all.push((record.line, cells.collect()));
    }
    Ok(all)
}

fn told(text: &str) -> Vec<(u64, String)> {
    let wide = split(text, 4096).unwrap();
    let narrow = split(text, 1).unwrap();
    assert_eq!(wide, narrow, "the buffer's edge shows in {text:?}");
    wide.into_iter().map(|(line, cells)| (line, cells.join("|"))).collect()
}

fn at(lines: &[(u64, &str)]) -> Vec<(u64, String)> {
    lines.iter().map(|&(line, cells)| (line, cells.to_owned())).collect()
}

#[test]
fn lines_are_counted_alike_whatever_ends_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "1,2", "", "", "3,4", "5,6"].join(end);
        let expected = at(&[(1, "a|b"), (2, "1|2"), (5, "3|4"), (6, "5|6")]);
        assert_eq!(told(&text), expected, "{end:?}");
        assert_eq!(told(&format!("{text}{end}")), expected, "{end:?} at the end");
    }
}

#[test]
fn quoted_cells_hold_commas_quotation_marks_and_line_ends() {
    let text = "\"a, \"\"b\"\"\",\"x\r\ny\"\r\n\"\",z\n";
    assert_eq!(told(text), at(&[(1, "a, \"b\"|x\r\ny"), (3, "|z")]));
    assert_eq!(told("5\" pipe,x"), at(&[(1, "5\" pipe|x")]), "inside a plain cell it is itself");
}

#[test]
fn an_open_quotation_mark_is_a_fault_where_it_opens() {
    let broken = split("a\n1\n\"2\n3\n4\n", 4096).unwrap_err();
    assert!(matches!(broken, Broken::OpenQuote { line: 3 }), "{broken:?}");
    let broken = split("a\n\"1\"2\n", 4096).unwrap_err();
    assert!(matches!(broken, Broken::AfterQuote { line: 2 }), "{broken:?}");
}

#[test]
fn a_binary_file_is_a_fault() {
    let broken = split("a,b\n1,\0", 4096).unwrap_err();
    assert!(matches!(broken, Broken::Binary { line: 2 }), "{broken:?}");
}

/// A gigabyte of one byte, made as it is read.
struct Endless(u8, usize);

impl std::io::Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = buffer.len().min(self.1);
        buffer[..read].fill(self.0);
        self.1 -= read;
        Ok(read)
    }
}

#[test]
fn a_line_without_an_end_is_refused_before_the_memory_is_full() {
    for byte in [b'x', b',', b'"'] {
        let mut records = Records::new(std::io::BufReader::new(Endless(byte, 1 << 30)));
        let mut record = Record::default();
        let broken = records.read(&mut record).unwrap_err();
        let refused = matches!(broken, Broken::Endless { line: 1 } | Broken::OpenQuote { line: 1 });
        assert!(refused, "{broken:?}");
        assert!(record.bytes.capacity() < 4 * LONGEST && record.ends.capacity() < 4 * LONGEST);
    }
}
