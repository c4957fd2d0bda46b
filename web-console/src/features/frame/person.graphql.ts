import { graphql } from '../../gql'

export const KeepLocale = graphql(`
  mutation KeepLocale($locale: String!) {
    setViewerLocale(input: { locale: $locale }) {
      viewer {
        id
        locale
      }
      userErrors {
        message
      }
    }
  }
`)
