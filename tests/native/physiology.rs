//! The teaching model of labour, held to the table of the dossier and to its own promises.

use oxytocin_explainer::physiology::{Basis, Labour, Reflex, STEP, Settings, State, half_life, receptors};
use proptest::prelude::*;

use crate::real::parameters;

fn labour(receptors: f64, reflex: Reflex) -> Labour {
    Labour::new(parameters(), Settings { receptors, reflex })
}

/// When the baby is born, in model units; nothing if not within `limit`.
fn birth(mut labour: Labour, limit: f64) -> Option<f64> {
    while labour.born_at().is_none() && labour.state().time < limit {
        labour.advance(10.0);
    }
    labour.born_at()
}

fn near(value: f64, wanted: f64, part: f64) -> bool {
    (value - wanted).abs() <= wanted.abs() * part
}

/// `value` rounds to `wanted`, which was printed with `decimals` decimals, or is within 2 % of it.
fn as_printed(value: f64, wanted: f64, decimals: i32) -> bool {
    near(value, wanted, 0.02) || (value - wanted).abs() <= 0.5 * 10_f64.powi(-decimals) + 1e-9
}

#[test]
fn follows_the_table_of_the_dossier() {
    // The dossier prints 0.19 in the first row; its own formula, 0.040 / k, gives 0.185.
    let rows = [
        (0.0, 1.0, 1.8, 0.185, 0.36),
        (200.0, 1.9, 2.3, 0.35, 0.47),
        (400.0, 3.1, 2.9, 0.45, 0.53),
        (600.0, 4.7, 3.8, 0.57, 0.60),
        (800.0, 6.5, 4.8, 0.73, 0.67),
        (1000.0, 8.6, 5.9, 0.91, 0.73),
        (1100.0, 9.8, 6.6, 1.01, 0.76),
    ];
    let mut run = labour(12.0, Reflex::Full);
    for (time, dilatation, pulses, oxytocin, contraction) in rows {
        run.advance(time - run.state().time);
        let state = run.state();
        assert_eq!(state.time, time);
        for (value, wanted, decimals) in [
            (state.dilatation, dilatation, 1),
            (state.pulses, pulses, 1),
            (state.oxytocin, oxytocin, 2),
            (state.contraction, contraction, 2),
        ] {
            assert!(as_printed(value, wanted, decimals), "{wanted}: {state:?}");
        }
        assert!(!state.born, "{state:?}");
    }
}

#[test]
fn after_birth_the_loop_is_open() {
    let mut run = labour(12.0, Reflex::Full);
    run.advance(1200.0);
    let state = run.state();
    assert!(state.born);
    assert!(as_printed(state.pulses, 1.2, 1), "{state:?}");
    assert!(as_printed(state.oxytocin, 0.18, 2), "{state:?}");
    assert!(as_printed(state.contraction, 0.36, 2), "{state:?}");
    run.advance(1000.0);
    assert_eq!(run.state().dilatation, parameters().full_dilatation);
    assert!((1..=2).contains(&run.ticks().len()));
}

#[test]
fn births_come_when_the_dossier_says() {
    for (receptors, reflex, wanted) in [
        (8.0, Reflex::Full, 2194.0),
        (12.0, Reflex::Full, 1154.0),
        (20.0, Reflex::Full, 810.0),
        (12.0, Reflex::Half, 1604.0),
        (12.0, Reflex::Off, 3631.0),
    ] {
        let born = birth(labour(receptors, reflex), 5000.0);
        assert!(born.is_some_and(|time| near(time, wanted, 0.01)), "{receptors} {reflex:?}: {born:?}, not {wanted}");
    }
}

#[test]
fn few_receptors_never_take_off() {
    for receptors in [1.0, 3.0, 6.0] {
        assert_eq!(birth(labour(receptors, Reflex::Full), 20_000.0), None, "{receptors}");
    }
}

#[test]
fn settings_change_without_losing_the_run() {
    let mut run = labour(3.0, Reflex::Full);
    run.advance(500.0);
    let before = run.state();
    run.set(Settings { receptors: 12.0, reflex: Reflex::Half });
    let after = run.state();
    assert_eq!((before.time, before.dilatation), (after.time, after.dilatation));
    assert_eq!(before.oxytocin, after.oxytocin);
    assert!(after.contraction > before.contraction);
    run.reset();
    assert_eq!(run.state(), labour(12.0, Reflex::Half).state());
    assert_eq!(run.settings(), Settings { receptors: 12.0, reflex: Reflex::Half });
}

#[test]
fn settings_stay_inside_their_range() {
    for (asked, got) in [(-4.0, 1.0), (99.0, 20.0), (f64::INFINITY, 20.0), (f64::NAN, 12.0)] {
        assert_eq!(labour(asked, Reflex::Full).settings().receptors, got);
    }
    assert_eq!(Settings::term(&parameters()).receptors, 12.0);
    assert_eq!(Reflex::ALL.map(Reflex::strength), [0.0, 0.5, 1.0]);
}

#[test]
fn odd_times_pass_nothing() {
    let mut run = labour(12.0, Reflex::Full);
    run.advance(10.0);
    let before = run.state();
    for time in [0.0, -5.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        run.advance(time);
    }
    assert_eq!(run.state(), before);
}

#[test]
fn the_line_spans_the_run_and_stays_small() {
    let mut run = labour(12.0, Reflex::Full);
    run.advance(1000.0);
    let times: Vec<f64> = run.history().iter().map(|sample| sample.time).collect();
    let tens: Vec<f64> = (0..=100).map(|ten| f64::from(ten) * 10.0).collect();
    assert_eq!(times, tens);

    let mut long = labour(1.0, Reflex::Off);
    long.advance(50_000.0);
    let line = long.history();
    assert!(line.len() <= 512, "{}", line.len());
    assert_eq!(line[0].time, 0.0);
    assert!(line[line.len() - 1].time > 49_000.0);
    assert!(line.windows(2).all(|pair| pair[0].time < pair[1].time));
}

#[test]
fn ticks_keep_to_the_window() {
    let mut run = labour(12.0, Reflex::Full);
    assert_eq!(run.ticks().collect::<Vec<_>>(), [-12.5]);
    for _ in 0..200 {
        run.advance(7.0);
        let now = run.state().time;
        assert!(run.ticks().all(|time| time <= now && time >= now - 30.0));
        assert!(run.ticks().is_sorted());
    }
}

#[test]
fn half_goes_in_each_half_life() {
    for (time, left) in [(0.0, 1.0), (3.2, 0.5), (6.4, 0.25), (9.6, 0.125)] {
        assert!((half_life::fraction_left(time, 3.2) - left).abs() < 1e-12);
    }
    assert_eq!(half_life::fraction_left(-1.0, 3.2), 1.0);
    assert_eq!(half_life::fraction_left(1.0, 0.0), 0.0);
    assert!((half_life::rate(3.2) * 3.2 - std::f64::consts::LN_2).abs() < 1e-12);
}

#[test]
fn receptors_grow_from_one_to_twelve() {
    let level = |week| receptors::level(week, &parameters());
    for (week, fold) in [(10.0, 1.0), (13.0, 1.0), (17.0, 1.0), (37.0, 12.0), (41.0, 12.0)] {
        assert_eq!(level(week).fold, fold);
        assert_eq!(level(week).basis, Basis::Measured);
    }
    assert_eq!(level(27.0).fold, 6.5);
    assert_eq!(level(27.0).basis, Basis::Illustrative);

    let lit = |fold, patch| receptors::lit(fold, patch, &parameters());
    assert_eq!([lit(1.0, 12), lit(6.5, 12), lit(12.0, 12)], [1, 7, 12]);
    assert_eq!([lit(1.0, 36), lit(12.0, 36), lit(20.0, 36)], [3, 36, 36]);
    assert_eq!([lit(1.0, 3), lit(0.0, 12), lit(5.0, 0)], [1, 1, 0]);
}

fn any_reflex() -> impl Strategy<Value = Reflex> {
    prop::sample::select(Reflex::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn dilatation_never_falls_and_oxytocin_is_never_negative(
        receptors in 1.0..20.0_f64,
        reflex in any_reflex(),
        portions in prop::collection::vec((0.0..60.0_f64, 1.0..20.0_f64, any_reflex()), 1..60),
    ) {
        let mut run = labour(receptors, reflex);
        let mut last: State = run.state();
        for (units, receptors, reflex) in portions {
            run.set(Settings { receptors, reflex });
            run.advance(units);
            let state = run.state();
            prop_assert!(state.time >= last.time);
            prop_assert!(state.dilatation >= last.dilatation);
            prop_assert!(state.oxytocin >= 0.0);
            prop_assert!((0.0..=1.0).contains(&state.contraction));
            prop_assert!(state.pulses >= 1.2 - 1e-9 && state.pulses <= 6.7 + 1e-9);
            prop_assert!(state.born || !last.born);
            last = state;
        }
    }

    #[test]
    fn more_receptors_are_never_slower(
        fewer in 1.0..20.0_f64, more in 1.0..20.0_f64, reflex in any_reflex(),
    ) {
        let (fewer, more) = (fewer.min(more), fewer.max(more));
        let slow = birth(labour(fewer, reflex), 6000.0).unwrap_or(f64::INFINITY);
        let fast = birth(labour(more, reflex), 6000.0).unwrap_or(f64::INFINITY);
        prop_assert!(fast <= slow, "{more}: {fast}, {fewer}: {slow}");
    }

    #[test]
    fn the_step_does_not_matter(receptors in 8.0..20.0_f64, reflex in any_reflex()) {
        let settings = Settings { receptors, reflex };
        let whole = birth(Labour::new(parameters(), settings), 10_000.0);
        let half = birth(Labour::with_step(parameters(), settings, STEP / 2.0), 10_000.0);
        match (whole, half) {
            (Some(whole), Some(half)) => prop_assert!(near(whole, half, 0.01)),
            _ => prop_assert_eq!(whole, half),
        }
    }

    #[test]
    fn time_may_pass_in_any_portions(
        receptors in 1.0..20.0_f64, reflex in any_reflex(),
        first in 0.0..800.0_f64, second in 0.0..800.0_f64,
    ) {
        let (mut once, mut twice) = (labour(receptors, reflex), labour(receptors, reflex));
        once.advance(first + second);
        twice.advance(first);
        twice.advance(second);
        prop_assert_eq!(once.state(), twice.state());
        prop_assert_eq!(once.history(), twice.history());
        prop_assert_eq!(once.ticks().collect::<Vec<_>>(), twice.ticks().collect::<Vec<_>>());
    }

    #[test]
    fn ticks_agree_with_the_reading(
        receptors in 1.0..20.0_f64, reflex in any_reflex(), time in 0.0..2500.0_f64,
    ) {
        let mut run = labour(receptors, reflex);
        run.advance(time);
        let window = parameters().window;
        let before = run.state();
        run.advance(window);
        let now = run.state();
        prop_assume!(before.born || !now.born);
        // The reading is the rate of this moment, the ticks are the sum of the window behind it.
        let drift = (now.pulses - before.pulses).abs();
        let count = run.ticks().len() as f64;
        prop_assert!((count - now.pulses).abs() <= 1.0 + drift, "{count} ticks, {now:?}");
    }
}
