//! The page opens, shows its text, prints it, and asks nobody for anything.

#[test]
fn the_page_opens_and_prints() {
    journeys::walk("the page opens and prints", |page| {
        page.open("#/");
        assert!(page.title().contains("密云"), "{}", page.title());
        page.wait_for("密云");

        if page.can(journeys::Ability::ReadPrint) {
            let print = page.print_pdf();
            assert!(print.contains("密云"), "the print reads: {}", print.text());
        }
        if page.can(journeys::Ability::OwnRequests) {
            assert_eq!(page.requests_after_load(), Vec::<String>::new());
        }
    });
}
