//! Counting bits, with the SIMD of WebAssembly where there is one.
//!
//! At a million rows nearly all of the time of a filter's change is spent here.

/// How many bits of `words` are one.
pub(super) fn ones(words: &[u64]) -> u32 {
    words.iter().map(|word| word.count_ones()).sum()
}

/// How many bits are one in both, word by word.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub(super) fn ones_of_and(a: &[u64], b: &[u64]) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a & b).count_ones()).sum()
}

/// How many bits are one in both, word by word.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(super) fn ones_of_and(a: &[u64], b: &[u64]) -> u32 {
    use std::arch::wasm32::{
        i8x16_add, i8x16_popcnt, i32x4_add, u8x16_splat, u16x8_extadd_pairwise_u8x16,
        u32x4_extadd_pairwise_u16x8, u32x4_extract_lane, u32x4_splat, v128_and,
    };

    // A byte's count grows by 8 at most each time, so 31 of them fit before it must be widened.
    const PAIRS_PER_BYTE_SUM: usize = 31;
    let (a_pairs, a_rest) = a.as_chunks::<2>();
    let (b_pairs, b_rest) = b.as_chunks::<2>();
    let mut sum = u32x4_splat(0);
    for (a_run, b_run) in a_pairs.chunks(PAIRS_PER_BYTE_SUM).zip(b_pairs.chunks(PAIRS_PER_BYTE_SUM))
    {
        let mut bytes = u8x16_splat(0);
        for (a, b) in a_run.iter().zip(b_run) {
            bytes = i8x16_add(bytes, i8x16_popcnt(v128_and(load(a), load(b))));
        }
        sum = i32x4_add(sum, u32x4_extadd_pairwise_u16x8(u16x8_extadd_pairwise_u8x16(bytes)));
    }
    let lanes = u32x4_extract_lane::<0>(sum)
        + u32x4_extract_lane::<1>(sum)
        + u32x4_extract_lane::<2>(sum)
        + u32x4_extract_lane::<3>(sum);
    lanes + a_rest.iter().zip(b_rest).map(|(a, b)| (a & b).count_ones()).sum::<u32>()
}

/// Two words as a vector; one load instruction.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[allow(unsafe_code)] // the intrinsic takes a raw pointer
fn load(pair: &[u64; 2]) -> std::arch::wasm32::v128 {
    // SAFETY: `pair` is 16 readable bytes, and `v128_load` asks for no alignment.
    unsafe { std::arch::wasm32::v128_load(pair.as_ptr().cast()) }
}
