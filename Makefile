# What one can do here; the how is in scripts/.

.PHONY: help run test races check fmt bench clean-demo

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

run: ## build all and serve the demonstration on http://127.0.0.1:3000
	@scripts/run.sh

test: ## everything that must hold: style, rules, both databases, a real browser
	@scripts/test.sh

races: ## fifty people, five seats, two processes: two hundred rounds on each database, or ROUNDS of them
	@scripts/races.sh $(ROUNDS)

check: ## the compiler's and clippy's opinion, for server and browser
	@scripts/check.sh

fmt: ## put the code into the house's format
	@cargo fmt --all

bench: ## Esteem's figures next to the goals, or PARTS="teaching" of them; never fails a build
	@scripts/bench.sh $(PARTS)

clean-demo: ## forget the demonstration's database
	@rm -f esteem.db esteem.db-shm esteem.db-wal
