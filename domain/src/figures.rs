//! Numbers as people read them: 4,787; 48.5.

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

/// How many there are of something: `1 person`, `2,000 people`.
pub fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{} {}", grouped(count as u64), if count == 1 { one } else { several })
}

/// Minutes as hours for columns of figures, with one decimal, half up: `1,048.5`.
pub fn hours(minutes: u64) -> String {
    let tenths = minutes.saturating_add(3) / 6;
    format!("{}.{}", grouped(tenths / 10), tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::{counted, grouped, hours};

    #[test]
    fn a_comma_stands_before_each_three_digits() {
        let shown = [0_u64, 12, 999, 1000, 45_678, 123_456, 1_234_567].map(grouped);
        assert_eq!(shown, ["0", "12", "999", "1,000", "45,678", "123,456", "1,234,567"]);
    }
    #[test]
    fn one_is_told_as_one() {
        let told = [0, 1, 2, 2_000].map(|count| counted(count, "person", "people"));
        assert_eq!(told, ["0 people", "1 person", "2 people", "2,000 people"]);
    }

    #[test]
    fn hours_have_one_decimal_and_half_of_it_counts() {
        // 2 minutes are 0.03 hours, 3 are 0.05, 50 are 0.83.
        let told = [0, 2, 3, 50, 60, 90, 62_910].map(hours);
        assert_eq!(told, ["0.0", "0.0", "0.1", "0.8", "1.0", "1.5", "1,048.5"]);
    }
}
