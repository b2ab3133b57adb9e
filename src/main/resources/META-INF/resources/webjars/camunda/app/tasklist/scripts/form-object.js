// The form-js objects behind a form on the page: Tasklist hands them to nobody.

/** A service of the form in a container, such as 'form' or 'formFieldRegistry'; null if there is none. */
export function serviceIn(container, name) {
  const nodes = [container.__k];
  while (nodes.length) {
    const node = nodes.pop();
    const service = node?.props?.value?.getService;
    if (service) {
      return service(name);
    }
    nodes.push(...[].concat(node?.__k || []).filter(Boolean));
  }
  return null;
}
