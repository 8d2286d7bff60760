import { HtmlValidate, StaticConfigLoader } from "html-validate/browser";

/* Messages for each of `pages` ([name, markup]) under `rules` on top of the recommended ones. */
globalThis.htmlValidate = async (pages, rules) => {
  const loader = new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"], rules });
  const validator = new HtmlValidate(loader);
  const found = [];
  for (const [name, markup] of pages) {
    const report = await validator.validateString(markup, name + ".html");
    for (const result of report.results)
      for (const one of result.messages)
        found.push(`${name}:${one.line}:${one.column} ${one.ruleId} ${one.message}`);
  }
  return found;
};
