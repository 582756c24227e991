import './drawings'
import './table-boxes'
