//! Numbers and money.

use proptest::prelude::*;
use words::{Lang, Words};

const EN: Words = Words::new(Lang::En);

#[test]
fn thousands_stand_apart() {
    let numbers = [
        (0, "0"),
        (999, "999"),
        (1_000, "1,000"),
        (12_500, "12,500"),
        (1_234_567, "1,234,567"),
    ];
    for (number, written) in numbers {
        assert_eq!(EN.number(number), written);
        assert_eq!(Words::new(Lang::Cy).number(number), written);
    }
}

#[test]
fn pence_are_written_only_where_there_are_some() {
    let sums = [
        (0, "£0"),
        (5, "£0.05"),
        (1_250, "£12.50"),
        (1_200, "£12"),
        (25_000_000, "£250,000"),
        (-305, "−£3.05"),
        (i64::MIN, "−£92,233,720,368,547,758.08"),
    ];
    for (pence, written) in sums {
        assert_eq!(EN.pounds(pence), written);
    }
}

#[test]
fn a_part_of_a_whole_is_written_with_both() {
    assert_eq!(EN.number_of(3, 20), "3 of 20");
    assert_eq!(Words::new(Lang::Cy).number_of(3, 20), "3 o 20");
}

proptest! {
    #[test]
    fn a_number_without_its_marks_is_the_number(number: u64) {
        prop_assert_eq!(EN.number(number).replace(',', "").parse::<u64>(), Ok(number));
    }

    #[test]
    fn no_group_of_figures_is_longer_than_three(number: u64) {
        let written = EN.number(number);
        let groups: Vec<_> = written.split(',').collect();
        prop_assert!(groups[1..].iter().all(|group| group.len() == 3));
        prop_assert!((1..=3).contains(&groups[0].len()));
    }
}
