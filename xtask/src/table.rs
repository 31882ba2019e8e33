//! Plain tables for the terminal.

/// Lays out a table: the first column to the left, the others to the right.
pub fn layout(head: &[&str], rows: &[Vec<String>]) -> String {
    let lines: Vec<Vec<&str>> =
        std::iter::once(head.to_vec()).chain(rows.iter().map(|row| row.iter().map(String::as_str).collect())).collect();
    let widths: Vec<usize> = (0..head.len())
        .map(|column| {
            lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
        })
        .collect();
    let mut text = String::new();
    for (index, line) in lines.iter().enumerate() {
        let cells: Vec<String> = line
            .iter()
            .zip(&widths)
            .enumerate()
            .map(
                |(column, (cell, &width))| {
                    if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
                },
            )
            .collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
        if index == 0 {
            let ruler: Vec<String> = widths.iter().map(|&width| "-".repeat(width)).collect();
            text.push_str(ruler.join("  ").trim_end());
            text.push('\n');
        }
    }
    text
}

/// A number as it is told: whole where it is whole or large, else with two digits after the point.
pub fn spelt(number: f64) -> String {
    if number.fract() == 0.0 || number >= 1000.0 { grouped(number.round() as u64) } else { format!("{number:.2}") }
}

/// A number with its thousands set apart: `171,234`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{grouped, layout};

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn columns_line_up() {
        let text = layout(&["file", "bytes"], &[vec!["a.wasm".into(), "7".into()], vec!["b".into(), "1,234".into()]]);
        assert_eq!(text, "file    bytes\n------  -----\na.wasm      7\nb       1,234\n");
    }
}
