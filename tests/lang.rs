use kindword::document::words::{cut};
use kindword::phrase::*;
fn run(phrase:&str, text:&str)->Vec<String>{
    let mut b=Builder::new(None);
    for w in ["really","just","simply","quite","once","even","it"] { if w!="it" {b.member(6,w).unwrap();} }
    b.member(6,"of course").unwrap();
    b.find(Owner::new(Use::Rule,0,0),phrase,false).map_err(|e|panic!("{phrase}: {e:?}")).unwrap();
    let p=b.finish();
    let mut words=vec![];
    cut(text,0..text.len(),&[],&p,&mut words);
    let ps=[&p];
    let scan=Scan::new(text,&words,&ps);
    scan.hits().iter().map(|h| text[words[h.start].start..words[h.end-1].end].to_string()).collect()
}
#[test]
fn table(){
    let page=include_str!("../src/phrase/language.md");
    let mut bad=0;
    for line in page.lines().filter(|l| l.starts_with("| `")) {
        let l=line.trim_matches('|').trim();
        let parts:Vec<&str>={ let (a,rest)=l.rsplit_once(" | ").map(|(x,c)|{let (a,b)=x.rsplit_once(" | ").unwrap(); (a,(b,c))}).unwrap(); vec![a,rest.0,rest.1]};
        let phrase=parts[0].trim().trim_matches('`');
        let want:String={let t=parts[1]; let a=t.find('«').unwrap()+2; t[a..t.find('»').unwrap()].into()};
        let text=parts[1].trim().replace(['«','»'],"");
        let got=run(phrase,&text);
        let none=run(phrase,parts[2].trim());
        if got!=vec![want.clone()] || !none.is_empty() {bad+=1; println!("{phrase} | {text} -> {got:?} want {want} | {} -> {none:?}", parts[2]);}
    }
    assert_eq!(bad,0);
}
