use kindword::check::{find, finding, masks, prove};
use kindword::rule::{load, RuleSet};
use kindword::span::Span;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let dir = &a[2];
    let mut packs = vec![]; let mut bad = vec![];
    let mut files: Vec<_> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "toml")).collect();
    files.sort();
    for f in files {
        let t = std::fs::read_to_string(&f).unwrap();
        match load(f.file_name().unwrap().to_str().unwrap(), &t) { Ok(p) => packs.push(p), Err(e) => bad.extend(e) }
    }
    let show = |ps: &[kindword::problem::Problem]| for p in ps { println!("{}:{}: {} [{}] -> {}", p.source, p.place.map_or(0, |p| p.line), p.message, p.code, p.help.clone().unwrap_or_default()); };
    show(&bad);
    let t0 = std::time::Instant::now();
    let set = match RuleSet::empty().with(&packs) { Ok(s) => s, Err(mut e) => { show(&e); 
        // drop faulty packs
        let names: std::collections::BTreeSet<String> = e.drain(..).map(|p| p.source).collect();
        packs.retain(|p| !names.contains(&p.file));
        eprintln!("(going on without {names:?})");
        match RuleSet::empty().with(&packs) { Ok(s) => s, Err(e) => { show(&e); std::process::exit(2) } } } };
    eprintln!("compiled in {:?}", t0.elapsed());
    match a[1].as_str() {
        "test" => { let only: Vec<_> = packs.iter().filter(|p| a.len() < 4 || a[3..].contains(&p.file)).cloned().collect();
            let ps = prove::prove(&only, &set, true); show(&ps); println!("{} rules, {} problems", only.iter().map(|p| p.rules.len()).sum::<usize>(), ps.len()); }
        "try" => { let text = &a[3]; let f = find(text, &[Span::new(0, text.len())], &masks::of(text), &set);
            for h in &f.rules { let r = set.rule(h.rule).unwrap(); println!("hit {} {:?} «{}» saved={} guards={:?} caps={:?}", r.id, r.severity, h.span.of(text), h.saved, set.guards().iter().enumerate().filter(|(n,_)| h.spared>>n&1!=0).map(|(_,g)|g.id.clone()).collect::<Vec<_>>(), h.captures); }
            let (k, l) = finding::findings(text, &f, &set, &Default::default());
            for r in k { println!("FINDING {} {:?} «{}» {:?}", r.record.id, r.severity, r.span.of(text), r.suggestions); }
            for r in l { println!("shadowed {} {:?} «{}»", r.record.id, r.severity, r.span.of(text)); }
            for c in &f.items { println!("item {} list {} «{}» negated={}", set.items()[c.number].id, c.list, c.span.of(text), c.negated); }
            for c in &f.signs { println!("sign {} «{}»", set.signs()[c.number].id, c.span.of(text)); }
        }
        "jsonl" => for line in std::fs::read_to_string(&a[3]).unwrap().lines() { let v: serde_json::Value = serde_json::from_str(line).unwrap(); let text = v["draft"].as_str().or(v["text"].as_str()).unwrap();
            let f = find(text, &[Span::new(0, text.len())], &masks::of(text), &set);
            let (k, _) = finding::findings(text, &f, &set, &Default::default());
            let fs: Vec<_> = k.iter().map(|r| serde_json::json!({"rule": r.record.id, "severity": r.severity.name(), "text": r.span.of(text)})).collect();
            println!("{}", serde_json::json!({"id": v["id"], "findings": fs}));
        },
        _ => {}
    }
}
