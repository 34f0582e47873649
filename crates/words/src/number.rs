//! Numbers and sums of money as people write them.

use std::fmt::Write as _;

use crate::Words;

impl Words {
    /// A number with its thousands apart: `1,234`.
    pub fn number(self, number: u64) -> String {
        let mut out = String::new();
        self.push_number(&mut out, number);
        out
    }

    /// A sum of money: `£12`, `£12.50`, `£250,000`, `−£3`. Whole pounds are written without pence.
    ///
    /// Unit: pence.
    pub fn pounds(self, pence: i64) -> String {
        let size = pence.unsigned_abs();
        let mut sum = self.number(size / 100);
        if !size.is_multiple_of(100) {
            write!(sum, "{}{:02}", self.number_decimal_mark(), size % 100).expect("writing to a string cannot fail");
        }
        if pence < 0 {
            self.number_pounds_less(&sum)
        } else {
            self.number_pounds(&sum)
        }
    }

    /// Adds a number with its thousands apart.
    pub(crate) fn push_number(self, out: &mut String, number: u64) {
        let digits = number.to_string();
        for (place, digit) in digits.chars().enumerate() {
            if 0 < place && (digits.len() - place).is_multiple_of(3) {
                out.push_str(self.number_thousands_mark());
            }
            out.push(digit);
        }
    }
}
