//! `_headers` and the nginx example: every file of the site gets the headers it needs, from both.

use std::collections::BTreeMap;

use crate::site::files;

type Headers = BTreeMap<String, String>;

/// What `_headers` gives to a path; a header given twice is a mistake, as hosts join the values.
fn by_rules(text: &str, path: &str) -> Headers {
    let (mut headers, mut holds) = (Headers::new(), false);
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let Some(header) = line.strip_prefix("  ") else {
            holds = line.strip_suffix('*').map_or(line == path, |folder| path.starts_with(folder));
            continue;
        };
        let (name, value) = header.split_once(": ").unwrap_or_else(|| panic!("no header: {line}"));
        if holds {
            let before = headers.insert(name.into(), value.into());
            assert_eq!(before, None, "{path} gets {name} twice");
        }
    }
    headers
}

/// The lines of an nginx block, without comments and semicolons.
fn block<'a>(text: &'a str, head: &str) -> Vec<&'a str> {
    let (_, rest) = text.split_once(&format!("{head} {{\n")).unwrap_or_else(|| panic!("there is no {head}"));
    let (inside, _) = rest.split_once("\n    }").expect("a block ends");
    inside.lines().map(|line| line.trim().trim_end_matches(';')).filter(|line| !line.starts_with('#')).collect()
}

/// What a map of the nginx example makes of a path. Only beginnings and whole paths stand there.
fn mapped(text: &str, source: &str, variable: &str, path: &str) -> String {
    let mut found = String::new();
    for line in block(text, &format!("map {source} {variable}")) {
        let (pattern, value) = line.split_once(char::is_whitespace).expect("a pattern and a value");
        let holds = match pattern.strip_prefix("~^") {
            None => pattern == "default" && found.is_empty() || pattern.trim_matches('"') == path,
            Some(pattern) => match pattern.replace("\\.", ".").strip_suffix('$') {
                Some(whole) => path == whole,
                None => path.starts_with(pattern),
            },
        };
        if holds {
            found = value.trim().trim_matches('"').into();
        }
    }
    found
}

/// What the nginx example gives to a path.
fn by_nginx(text: &str, path: &str) -> Headers {
    let mut headers = Headers::new();
    for line in block(text, "server").iter().filter_map(|line| line.strip_prefix("add_header ")) {
        let (name, value) = line.trim_end_matches(" always").split_once(' ').expect("a name and a value");
        let value = match value {
            "$oxy_resource" => mapped(text, "$oxy_anyone", value, &mapped(text, "$uri", "$oxy_anyone", path)),
            variable if variable.starts_with('$') => mapped(text, "$uri", variable, path),
            text => text.trim_matches('"').into(),
        };
        if !value.is_empty() {
            headers.insert(name.into(), value);
        }
    }
    headers
}

#[test]
fn both_examples_give_every_file_the_same_headers() {
    let text = |name: &str| String::from_utf8(files()[name].clone()).expect("text");
    let (rules, nginx) = (text("_headers"), text("nginx.conf.example"));
    assert!(!nginx.contains("__"), "a mark is left");
    let served = files().keys().filter(|name| !["_headers", "nginx.conf.example"].contains(&name.as_str()));
    let mut immutable = 0;
    for name in served {
        let path = format!("/{name}");
        let mut headers = by_rules(&rules, &path);
        let kind = headers.remove("Content-Type");
        assert_eq!(headers, by_nginx(&nginx, &path), "{path}");

        let (folder, ending) =
            (name.split('/').next().unwrap_or_default(), name.rsplit('.').next().unwrap_or_default());
        immutable += usize::from(folder == "v");
        assert_eq!(headers["Cache-Control"].contains("immutable"), folder == "v", "{path}");
        let open = ["v", "oxytocin-explainer.js", "frame-height.js", "oembed", "integrity.json"].contains(&folder);
        assert_eq!(headers.contains_key("Access-Control-Allow-Origin"), open, "{path}");
        assert_eq!(headers["X-Content-Type-Options"], "nosniff", "{path}");
        assert_eq!(headers["Referrer-Policy"], "no-referrer", "{path}");
        let policy = &headers["Content-Security-Policy"];
        assert!(policy.starts_with("default-src 'none'; "), "{path}");
        assert_eq!(policy.contains("'unsafe-inline'"), folder == "offline", "{path}");
        assert_eq!(policy.contains("frame-ancestors"), folder != "embed", "{path}");

        if folder == "npm" {
            // It is published, and packed as it lies; no page asks a server for it.
            continue;
        }
        let types: Vec<&str> = block(&nginx, "types")
            .into_iter()
            .filter(|line| line.split_whitespace().any(|word| word == ending))
            .collect();
        assert_eq!(types.len(), 1, "nginx knows no one type for {path}: {types:?}");
        let known = types[0].split_whitespace().next().unwrap_or_default();
        match ending {
            "js" => assert_eq!(kind.as_deref(), Some("text/javascript; charset=utf-8"), "{path}"),
            "wasm" | "pack" => assert_eq!(kind.as_deref(), Some(known), "{path}"),
            "html" if folder == "offline" => assert_eq!(kind.as_deref(), Some("text/html"), "{path}"),
            _ => assert_eq!(kind, None, "{path}"),
        }
        let wanted = match ending {
            "js" => "text/javascript",
            "wasm" => "application/wasm",
            "pack" => "application/octet-stream",
            "html" => "text/html",
            "json" => "application/json",
            "css" => "text/css",
            "png" => "image/png",
            other => panic!("a new kind of file, {other}: name its type here"),
        };
        assert_eq!(known, wanted, "{path}");
    }
    assert!(immutable >= 5, "{immutable} files under v/");
}
