//! Speed of the core: one draft, and repeated drafts as one long text.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kindword::check::{find, masks};
use kindword::rule::builtin;
use kindword::span::Span;
use kindword::{Draft, Options, review};

const DRAFT: &str = include_str!("../../examples/angry-reply.txt");

fn one_draft(criterion: &mut Criterion) {
    let draft = Draft::from_text(DRAFT);
    let rules = builtin::rules();
    criterion.bench_function("review one draft", |bench| {
        bench.iter(|| review(&draft, rules, &Options::default()).is_ok());
    });
}

fn phrases(criterion: &mut Criterion) {
    let text = DRAFT.repeat(1_000_000 / DRAFT.len());
    let rules = builtin::rules();
    let mut group = criterion.benchmark_group("phrases");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
    group.bench_function("1 MB, all built-in packs", |bench| {
        bench.iter(|| find(&text, &[Span::new(0, text.len())], &masks::of(&text), rules).words);
    });
    group.finish();
}

criterion_group!(benches, one_draft, phrases);
criterion_main!(benches);
