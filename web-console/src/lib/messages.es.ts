export const catalogs = import.meta.glob<Record<string, string>>('../{features/*,ui,lib}/es.json', {
  eager: true,
  import: 'default',
})
