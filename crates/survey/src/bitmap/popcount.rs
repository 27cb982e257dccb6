//! Counting bits, with the SIMD of WebAssembly where there is one.
//!
//! At a million rows nearly all of the time of a filter's change is spent here.

/// How many bits of `words` are one.
pub(super) fn ones(words: &[u64]) -> u32 {
    words.iter().map(|word| word.count_ones()).sum()
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub(super) use word_by_word as ones_of_and;

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(super) use simd::ones_of_and;

/// How many bits are one in both.
pub(super) fn word_by_word(a: &[u64], b: &[u64]) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a & b).count_ones()).sum()
}

/// Harley and Seal's way: vectors are first added up bit by bit, which takes five plain operations
/// each, and only every eighth is counted. That pays where counting a vector takes several operations,
/// as on x86; measured there only.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd {
    use std::arch::wasm32::{
        i8x16_popcnt, i32x4_add, i32x4_shl, u16x8_extadd_pairwise_u8x16,
        u32x4_extadd_pairwise_u16x8, u32x4_extract_lane, u32x4_splat, v128, v128_and, v128_load,
        v128_or, v128_xor,
    };

    /// Eight vectors.
    type Block = [u64; 16];

    /// How many bits are one in both.
    pub(in super::super) fn ones_of_and(a: &[u64], b: &[u64]) -> u32 {
        let (a_blocks, a_rest) = a.as_chunks();
        let (b_blocks, b_rest) = b.as_chunks();
        // Three sums wait, bit by bit, until they are full; what overflows is counted.
        let none = u32x4_splat(0);
        let (mut ones, mut twos, mut fours, mut eights) = (none, none, none, none);
        for (a, b) in a_blocks.iter().zip(b_blocks) {
            let both = |place| v128_and(load(a, place), load(b, place));
            let (sum, twos_a) = add(ones, both(0), both(1));
            let (sum, twos_b) = add(sum, both(2), both(3));
            let (sum, twos_c) = add(sum, both(4), both(5));
            let (sum, twos_d) = add(sum, both(6), both(7));
            ones = sum;
            let (sum, fours_a) = add(twos, twos_a, twos_b);
            let (sum, fours_b) = add(sum, twos_c, twos_d);
            twos = sum;
            let (sum, overflow) = add(fours, fours_a, fours_b);
            fours = sum;
            eights = i32x4_add(eights, counted(overflow));
        }
        let twice = |sum| i32x4_shl(sum, 1);
        let sum = i32x4_add(twice(eights), counted(fours));
        let sum = i32x4_add(twice(sum), counted(twos));
        let sum = i32x4_add(twice(sum), counted(ones));
        u32x4_extract_lane::<0>(sum)
            + u32x4_extract_lane::<1>(sum)
            + u32x4_extract_lane::<2>(sum)
            + u32x4_extract_lane::<3>(sum)
            + super::word_by_word(a_rest, b_rest)
    }

    /// Adds three numbers of one bit, 128 times: the low bits and the high bits of the sums.
    fn add(a: v128, b: v128, c: v128) -> (v128, v128) {
        let either = v128_xor(a, b);
        (v128_xor(either, c), v128_or(v128_and(a, b), v128_and(either, c)))
    }

    /// How many bits are one in each quarter of a vector.
    fn counted(vector: v128) -> v128 {
        u32x4_extadd_pairwise_u16x8(u16x8_extadd_pairwise_u8x16(i8x16_popcnt(vector)))
    }

    /// One of a block's vectors; one load instruction.
    #[allow(unsafe_code)] // the intrinsic takes a raw pointer
    fn load(block: &Block, place: usize) -> v128 {
        let (pairs, _) = block.as_chunks::<2>();
        // SAFETY: a pair is 16 readable bytes, and `v128_load` asks for no alignment.
        unsafe { v128_load(pairs[place].as_ptr().cast()) }
    }
}
