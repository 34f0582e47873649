//! The tree over all heads, against the published examples and against the definition word for word.

use proptest::collection::vec;
use proptest::prelude::*;
use seal::merkle::{Tree, included, leaf, path, root};
use seal::secret_hash;

use crate::hex;

/// The leaves of the Certificate Transparency reference implementation's own test.
const INPUTS: [&str; 8] = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
];
/// The roots it gives over the first 0, 1, … 8 of them.
const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

fn published() -> Vec<[u8; 32]> {
    INPUTS
        .iter()
        .map(|input| secret_hash(&[&[0][..], &hex::bytes(input)].concat()))
        .collect()
}

/// So many leaves, all different.
fn leaves(count: u64) -> Vec<[u8; 32]> {
    (0..count).map(|seq| leaf([1; 16], seq, &[2; 32])).collect()
}

/// The root as RFC 6962, section 2.1, defines it.
fn defined(leaves: &[[u8; 32]]) -> [u8; 32] {
    match leaves {
        [] => secret_hash(&[]),
        [only] => *only,
        _ => {
            let mut split = 1;
            while split * 2 < leaves.len() {
                split *= 2;
            }
            let (left, right) = leaves.split_at(split);
            secret_hash(&[&[1][..], &defined(left), &defined(right)].concat())
        }
    }
}

#[test]
fn the_published_roots_come_out() {
    let leaves = published();
    for (count, expected) in ROOTS.iter().enumerate() {
        assert_eq!(hex::show(&root(&leaves[..count])), *expected, "{count} leaves");
    }
}

#[test]
fn the_published_paths_come_out() {
    let leaves = published();
    let shown = |at, count| -> Vec<String> {
        path(&leaves[..count], at)
            .unwrap()
            .iter()
            .map(|hash| hex::show(hash))
            .collect()
    };
    assert_eq!(
        shown(0, 8),
        [
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ]
    );
    assert_eq!(
        shown(5, 8),
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ]
    );
}

#[test]
fn a_tree_fed_one_by_one_has_the_defined_root_at_every_size() {
    let leaves = leaves(200);
    let mut tree = Tree::new();
    for count in 0..leaves.len() {
        assert_eq!(tree.root(), defined(&leaves[..count]), "{count} leaves");
        assert_eq!(tree.count(), u64::try_from(count).unwrap());
        tree.push(leaves[count]);
    }
}

#[test]
fn a_leaf_says_book_number_and_head() {
    let whole = leaf([1; 16], 2, &[3; 32]);
    assert_ne!(leaf([9; 16], 2, &[3; 32]), whole);
    assert_ne!(leaf([1; 16], 9, &[3; 32]), whole);
    assert_ne!(leaf([1; 16], 2, &[9; 32]), whole);
}

#[test]
fn every_leaf_of_every_small_tree_is_shown_to_be_in_it() {
    for count in 1..40 {
        let leaves = leaves(count);
        let root = root(&leaves);
        for (at, own) in leaves.iter().enumerate() {
            let path = path(&leaves, at).unwrap();
            let at = u64::try_from(at).unwrap();
            assert!(included(own, at, count, &path, &root), "{at} of {count}");
        }
    }
}

#[test]
fn nothing_else_is_shown_to_be_in_it() {
    for count in 1..20 {
        let leaves = leaves(count);
        let root = root(&leaves);
        for (place, own) in leaves.iter().enumerate() {
            let path = path(&leaves, place).unwrap();
            let at = u64::try_from(place).unwrap();
            let said = format!("{at} of {count}");
            assert!(!included(&[7; 32], at, count, &path, &root), "{said}");
            assert!(!included(own, at, count, &path, &[7; 32]), "{said}");
            for elsewhere in (0..count + 3).filter(|elsewhere| *elsewhere != at) {
                assert!(!included(own, elsewhere, count, &path, &root), "{said} at {elsewhere}");
            }
            let longer = [&path[..], &[[7; 32]]].concat();
            assert!(!included(own, at, count, &longer, &root), "{said}");
            if let Some((_, shorter)) = path.split_last() {
                assert!(!included(own, at, count, shorter, &root), "{said}");
            }
            for step in 0..path.len() {
                let mut changed = path.clone();
                changed[step][31] ^= 1;
                assert!(!included(own, at, count, &changed, &root), "{said}");
            }
        }
    }
}

#[test]
fn a_leaf_that_is_not_there_has_no_path() {
    assert_eq!(path(&[], 0), None);
    assert_eq!(path(&leaves(3), 3), None);
    assert_eq!(path(&leaves(1), 0), Some(Vec::new()));
    assert!(!included(&[0; 32], 0, 0, &[], &root(&[])));
}

proptest! {
    #[test]
    fn leaves_in_another_order_have_another_root(count in 2..60u64, one: prop::sample::Index, other: prop::sample::Index) {
        let leaves = leaves(count);
        let (one, other) = (one.index(leaves.len()), other.index(leaves.len()));
        let mut swapped = leaves.clone();
        swapped.swap(one, other);
        prop_assert_eq!(root(&swapped) == root(&leaves), one == other);
    }

    #[test]
    fn any_leaves_have_the_defined_root(leaves in vec(any::<[u8; 32]>(), 0..100)) {
        prop_assert_eq!(root(&leaves), defined(&leaves));
    }
}
