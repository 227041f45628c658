//! Empty files of every kind: what pages say of a file's columns is what its reader asks for.

use crate::ground::ground;
use services::imports::{Kind, shape, template};

#[tokio::test]
async fn every_empty_file_has_all_columns_of_its_kind_and_no_fault() {
    let ground = ground().await;
    for &kind in Kind::ALL {
        let Some(shape) = shape(kind) else {
            assert!(matches!(kind, Kind::Ods | Kind::OdsPcn), "{kind} has no shape");
            assert!(template(&ground.operator(), kind).await.is_err(), "{kind}");
            continue;
        };
        let text = template(&ground.operator(), kind).await.unwrap();
        let checked = ground.check(kind, &text).await;
        assert!(checked.report.is_clear(), "{kind}: {:?}", checked.report.faults);
        assert!(checked.report.unknown_columns.is_empty(), "{kind}");
        let all: Vec<&str> = text.trim_end().split(',').collect();
        let told: Vec<&String> = shape.required.iter().chain(&shape.optional).collect();
        assert_eq!(all, told, "{kind}: those that must be there come first");
    }
}

#[tokio::test]
async fn without_a_required_column_a_file_is_refused_and_without_another_it_is_not() {
    let ground = ground().await;
    for shape in Kind::ALL.iter().copied().filter_map(shape) {
        let kind = shape.kind;
        let without = |column: &String| {
            let all = shape.required.iter().chain(&shape.optional);
            let rest: Vec<&str> = all.filter(|c| *c != column).map(String::as_str).collect();
            rest.join(",") + "\n"
        };
        for column in &shape.required {
            let faults = ground.faults(kind, &without(column)).await;
            let expected =
                format!("line 1, {column}: this column is missing; the first line must name it");
            assert_eq!(faults, [expected], "{kind}");
        }
        for column in &shape.optional {
            assert!(ground.faults(kind, &without(column)).await.is_empty(), "{kind} {column}");
        }
    }
}
