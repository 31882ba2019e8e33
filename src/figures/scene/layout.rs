//! Where the camera puts the drawing, and where labels stand: pure geometry in sheet units.

use crate::model::{Camera, Part, PartId, Scene, Side, Step};

/// A line of label text.
pub const LINE_HEIGHT: f32 = 20.0;
/// Least space between two labels of a column.
const GAP: f32 = 12.0;
/// Space between a label and its leader line.
const INSET: f32 = 8.0;
/// Radius of a numbered disc.
pub const DISC: f32 = 15.0;

/// A point on the sheet.
pub type Point = (f32, f32);

/// How the camera maps drawing coordinates onto the sheet.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Projection {
    /// Sheet units per drawing unit.
    pub scale: f32,
    /// Where the drawing's origin comes to lie on the plate.
    pub offset: Point,
    /// The plate's left edge on the sheet.
    pub left: f32,
}

impl Projection {
    /// The whole of the camera's view, centred on the plate, never distorted.
    pub fn new(scene: &Scene, camera: Camera) -> Self {
        let (left, width) = scene.plate();
        let scale = (width / camera.width).min(scene.height / camera.height);
        let centre = |size: f32, start: f32, extent: f32| (size - extent * scale) / 2.0 - start * scale;
        Self {
            scale,
            offset: (centre(width, camera.x, camera.width), centre(scene.height, camera.y, camera.height)),
            left,
        }
    }

    /// A point of the drawing on the sheet.
    pub fn point(&self, (x, y): Point) -> Point {
        (x * self.scale + self.offset.0 + self.left, y * self.scale + self.offset.1)
    }
}

/// How much closer each step of enlargement comes.
const CLOSER: f32 = 1.5;

/// A step's camera brought closer, to the selected part if there is one.
pub fn enlarged(scene: &Scene, step: &Step, zoom: u8, selected: Option<&PartId>) -> Camera {
    let camera = step.camera;
    let part = scene.parts.iter().find(|part| Some(&part.id) == selected).filter(|_| zoom > 0);
    let centre = (camera.x + camera.width / 2.0, camera.y + camera.height / 2.0);
    let anchor = |part: &Part| Some(step.place(&part.id, part.label.as_ref()?.anchor));
    let (x, y) = part.and_then(anchor).unwrap_or(centre);
    let mut closer = camera;
    for _ in 0..zoom {
        closer.width /= CLOSER;
        closer.height /= CLOSER;
    }
    closer.x = (x - closer.width / 2.0).max(camera.x).min(camera.x + camera.width - closer.width);
    closer.y = (y - closer.height / 2.0).max(camera.y).min(camera.y + camera.height - closer.height);
    closer
}

/// A label where it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Placed<'a> {
    /// The part it names.
    pub part: &'a PartId,
    /// Its number where labels give way to numbers, from 1.
    pub number: usize,
    /// Its lines.
    pub lines: &'a [String],
    /// Its column.
    pub side: Side,
    /// Where its text begins (right column) or ends (left column), and its middle.
    pub at: Point,
    /// Where the leader line leaves the label.
    pub from: Point,
    /// Where the leader line ends.
    pub anchor: Point,
    /// Where its numbered disc stands.
    pub disc: Point,
    /// How far around the anchor a disc would hide what is named; 0 where it is larger than a disc.
    pub reach: f32,
}

impl Placed<'_> {
    /// Half its height.
    pub fn half(&self) -> f32 {
        self.lines.len() as f32 * LINE_HEIGHT / 2.0
    }
}

/// The labels of a step, numbered in the order of the step's list; parts that are `gone` have none.
///
/// A camera closer than the step's leaves some anchors outside the plate: their labels are left out.
pub fn labels<'a>(scene: &'a Scene, step: &'a Step, camera: Camera, gone: impl Fn(&Part) -> bool) -> Vec<Placed<'a>> {
    let projection = Projection::new(scene, camera);
    let (left, width) = scene.plate();
    let inside = |(x, y): Point| (left..=left + width).contains(&x) && (0.0..=scene.height).contains(&y);
    let mut placed: Vec<Placed> = step
        .label
        .iter()
        .filter_map(|id| scene.parts.iter().find(|part| part.id == *id))
        .filter_map(|part| Some((part, part.label.as_ref()?)))
        // Numbered before any is left out: the list beside the drawing names them all.
        .enumerate()
        .filter(|(_, (part, _))| !gone(part))
        .map(|(index, (part, label))| (index, part, label, projection.point(step.place(&part.id, label.anchor))))
        .filter(|(.., anchor)| camera == step.camera || inside(*anchor))
        .map(|(index, part, label, anchor)| {
            let side = match scene.columns {
                crate::model::Columns::Both => label.side,
                _ => Side::Right,
            };
            let x = match side {
                Side::Left => left - INSET,
                Side::Right => left + width + INSET,
            };
            let y = anchor.1;
            let reach = f32::from(label.reach) * projection.scale;
            Placed {
                part: &part.id,
                number: index + 1,
                lines: &label.lines,
                side,
                at: (x, y),
                from: (x, y),
                anchor,
                disc: anchor,
                reach: if reach < DISC * 2.0 { reach } else { 0.0 },
            }
        })
        .collect();
    for side in [Side::Left, Side::Right] {
        let mut column: Vec<&mut Placed> = placed.iter_mut().filter(|label| label.side == side).collect();
        sort(&mut column);
        stack(&mut column, scene.height);
        uncross(&mut column, scene.height);
    }
    spread_discs(&mut placed, scene);
    placed
}

/// Sorts a column by the height of its anchors. Nine labels at most: the simplest way is the smallest.
fn sort(column: &mut [&mut Placed]) {
    for end in 1..column.len() {
        let mut at = end;
        while at > 0 && column[at].anchor.1 < column[at - 1].anchor.1 {
            column.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// Sets a column from top to bottom, each label as near to its anchor's height as the others allow.
fn stack(column: &mut [&mut Placed], height: f32) {
    let mut edge = 2.0;
    for label in column.iter_mut() {
        let half = label.half();
        label.at.1 = label.anchor.1.max(edge + half);
        edge = label.at.1 + half + GAP;
    }
    let mut edge = height - 2.0;
    for label in column.iter_mut().rev() {
        let half = label.half();
        label.at.1 = label.at.1.min(edge - half);
        edge = label.at.1 - half - GAP;
    }
    for label in column.iter_mut() {
        let away = match label.side {
            Side::Left => 4.0,
            Side::Right => -4.0,
        };
        label.from = (label.at.0 + away, label.at.1);
    }
}

/// Swaps neighbours whose leader lines cross; each swap shortens the lines, so it ends.
fn uncross(column: &mut Vec<&mut Placed>, height: f32) {
    for _ in 0..column.len() * column.len() {
        let crossing = (1..column.len()).flat_map(|second| (0..second).map(move |first| (first, second))).find(
            |&(first, second)| {
                cross((column[first].from, column[first].anchor), (column[second].from, column[second].anchor))
            },
        );
        let Some((first, second)) = crossing else { return };
        column.swap(first, second);
        restack(column, height);
    }
}

/// Sets a column again in its present order.
fn restack(column: &mut [&mut Placed], height: f32) {
    let total: f32 = column.iter().map(|label| label.half() * 2.0 + GAP).sum();
    let top = column.iter().map(|label| label.at.1 - label.half()).fold(f32::MAX, f32::min);
    let mut edge = top.min(height - total).max(2.0);
    for label in column.iter_mut() {
        let half = label.half();
        label.at.1 = edge + half;
        label.from.1 = label.at.1;
        edge = label.at.1 + half + GAP;
    }
}

/// Whether two straight lines cross.
pub fn cross((a, b): (Point, Point), (c, d): (Point, Point)) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// Moves discs apart until none covers another nor something small that is named, and keeps them on the plate.
fn spread_discs(placed: &mut [Placed], scene: &Scene) {
    const APART: f32 = DISC * 2.0 + 2.0;
    let (left, width) = scene.plate();
    for _ in 0..80 {
        let mut calm = true;
        for second in 1..placed.len() {
            for first in 0..second {
                let (a, b) = (placed[first].disc, placed[second].disc);
                let (dx, dy) = (b.0 - a.0, b.1 - a.1);
                let distance = dx.hypot(dy);
                if distance >= APART {
                    continue;
                }
                calm = false;
                let (ux, uy) = if distance > 0.1 { (dx / distance, dy / distance) } else { (0.6, 0.8) };
                let push = (APART - distance) / 2.0 + 0.1;
                placed[first].disc = (a.0 - ux * push, a.1 - uy * push);
                placed[second].disc = (b.0 + ux * push, b.1 + uy * push);
            }
        }
        for small in 0..placed.len() {
            let Placed { anchor, reach, side, .. } = placed[small];
            if reach == 0.0 {
                continue;
            }
            for label in placed.iter_mut() {
                let (dx, dy) = (label.disc.0 - anchor.0, label.disc.1 - anchor.1);
                let distance = dx.hypot(dy);
                let short = DISC + reach + 2.0 - distance;
                if short <= 0.0 {
                    continue;
                }
                calm = false;
                // Its own disc goes to the side of its words.
                let away = if side == Side::Left { (-0.8, -0.6) } else { (0.8, -0.6) };
                let (ux, uy) = if distance > 0.1 { (dx / distance, dy / distance) } else { away };
                label.disc = (label.disc.0 + ux * short, label.disc.1 + uy * short);
            }
        }
        for label in placed.iter_mut() {
            label.disc.0 = label.disc.0.max(left + DISC + 1.0).min(left + width - DISC - 1.0);
            label.disc.1 = label.disc.1.max(DISC + 1.0).min(scene.height - DISC - 1.0);
        }
        if calm {
            return;
        }
    }
}
