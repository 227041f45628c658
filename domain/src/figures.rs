//! Whole numbers as people read them: 4,787.

/// A comma before each three digits from the right.
pub fn grouped(number: impl Into<u64>) -> String {
    let digits = number.into().to_string();
    let ends = digits.len() % 3;
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % 3 == ends {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn a_comma_stands_before_each_three_digits() {
        let shown = [0_u64, 12, 999, 1000, 45_678, 123_456, 1_234_567].map(grouped);
        assert_eq!(shown, ["0", "12", "999", "1,000", "45,678", "123,456", "1,234,567"]);
    }
}
